import { nearestWord } from '../../base/nearest-word.js';
import { compilePattern } from '../../base/pattern.js';
import type { FilterSentence } from '../../i18n/filter.js';
import {
  type FieldName,
  type FlagName,
  fieldEntry,
  fieldNames,
  flagNames,
  meantFields,
} from './filter-names.js';
import type { FieldRef, FilterNode, PatternText } from './filter-node.js';
import { FilterFault, type FilterProblem, filterProblem } from './filter-problem.js';
import type { FilterOperator, FilterToken, TokenPlace } from './filter-token.js';
import { half } from './half-width.js';
import { readNumber } from './read-number.js';
import { scanFilter } from './scan-filter.js';
import { wildcardTest } from './wildcard.js';

export const longestFilter = 2000;
export const deepestFilter = 50;

/** What is looked at by rules; absent: everything may be asked. */
export type FilterAbout = 'message' | 'callback';

export type ParsedFilter =
  | { readonly ok: true; readonly node: FilterNode }
  | { readonly ok: false; readonly problem: FilterProblem };

/** Reads a filter (docs/filter.md). Never throws. */
export function parseFilter(text: string, about?: FilterAbout): ParsedFilter {
  try {
    if (text.length > longestFilter) {
      const place = { start: longestFilter, end: text.length };
      throw new FilterFault(filterProblem(text, place, 'tooLong', { most: longestFilter }));
    }
    return { ok: true, node: new FilterParser(text, about).parse() };
  } catch (error) {
    if (error instanceof FilterFault) return { ok: false, problem: error.problem };
    throw error;
  }
}

type Word = Extract<FilterToken, { readonly kind: 'word' }>;

class FilterParser {
  readonly #text: string;
  readonly #about: FilterAbout | undefined;
  readonly #tokens: readonly FilterToken[];
  #at = 0;
  #depth = 0;

  constructor(text: string, about: FilterAbout | undefined) {
    this.#text = text;
    this.#about = about;
    this.#tokens = scanFilter(text);
  }

  parse(): FilterNode {
    if (this.#next().kind === 'end') return { kind: 'all' };
    const node = this.#either();
    const rest = this.#next();
    if (rest.kind === 'close') this.#fail(rest, 'groupNotOpen');
    return node;
  }

  #either(): FilterNode {
    const items = [this.#all()];
    while (this.#next().kind === 'or') {
      this.#needsItem(this.#take());
      items.push(this.#all());
    }
    return junction('or', items);
  }

  #all(): FilterNode {
    const items = [this.#negated()];
    for (let next = this.#next(); !isEnd(next); next = this.#next()) {
      if (next.kind === 'and') this.#needsItem(this.#take());
      items.push(this.#negated());
    }
    return junction('and', items);
  }

  /** Without recursion: a filter may be nothing but negations. */
  #negated(): FilterNode {
    let isNegated = false;
    while (this.#next().kind === 'not') {
      this.#needsItem(this.#take());
      isNegated = !isNegated;
    }
    const item = this.#item();
    return isNegated ? negation(item) : item;
  }

  #item(): FilterNode {
    const token = this.#take();
    switch (token.kind) {
      case 'open':
        return this.#group(token);
      case 'word':
        return this.#term(token);
      case 'fit':
        if (token.isApart) return { kind: 'searchFit', pattern: this.#pattern(token) };
        return this.#fail(token, 'fieldMissing', { operator: '~' });
      case 'operator':
        return this.#fail(token, 'fieldMissing', { operator: token.operator });
      case 'close':
        return this.#fail(token, 'groupNotOpen');
      default:
        return this.#fail(token, 'itemMissing', { operator: this.#written(token) });
    }
  }

  #group(open: FilterToken): FilterNode {
    if (this.#next().kind === 'close') {
      this.#fail({ start: open.start, end: this.#next().end }, 'groupEmpty');
    }
    if (this.#next().kind === 'end') this.#fail(open, 'groupUnclosed');
    this.#depth += 1;
    if (this.#depth > deepestFilter) this.#fail(open, 'tooDeep', { most: deepestFilter });
    const node = this.#either();
    this.#depth -= 1;
    if (this.#next().kind !== 'close') this.#fail(open, 'groupUnclosed');
    this.#take();
    return node;
  }

  #term(word: Word): FilterNode {
    const next = this.#next();
    if (next.kind === 'operator') {
      this.#take();
      return this.#comparison(this.#field(word, next.operator), next);
    }
    if (next.kind === 'fit' && !next.isApart) {
      this.#take();
      return { kind: 'fit', field: this.#field(word, '~'), pattern: this.#pattern(next) };
    }
    if (word.isQuoted) return { kind: 'search', value: word.value };
    const name = half(this.#written(word));
    const flag = flagNames.find((one) => one === name.toLowerCase());
    if (flag) return this.#flag(word, flag);
    const field = fieldOf(name);
    if (field) this.#fail(word, 'fieldAlone', { name: shownField(field) });
    return { kind: 'search', value: word.value };
  }

  #flag(word: Word, flag: FlagName): FilterNode {
    if (this.#about) this.#refuse(word, flag);
    return { kind: 'flag', flag };
  }

  #field(word: Word, operator: string): FieldRef {
    if (word.isQuoted) this.#fail(word, 'fieldMissing', { operator });
    const written = word.value.join('*');
    const field = fieldOf(written);
    if (!field) return this.#unknownField(word, written);
    if (field.path === '') this.#fail(word, 'pathMissing', { name: field.name });
    const known = fieldEntry(field.name).inRules ?? [];
    if (this.#about && !known.includes(this.#about)) this.#refuse(word, field.name);
    return field;
  }

  #unknownField(word: Word, written: string): never {
    const name = half(written);
    const lower = name.toLowerCase();
    const meant = Object.hasOwn(meantFields, lower)
      ? meantFields[lower]
      : nearestWord(name, [...fieldNames.map((one) => shownField({ name: one })), ...flagNames]);
    if (meant === undefined) return this.#fail(word, 'unknownField', { name: written });
    return this.#fail(word, 'unknownFieldMeant', { name: written, meant });
  }

  #refuse(word: Word, name: string): never {
    const about = this.#about;
    const known = fieldNames
      .filter((one) => about && fieldEntry(one).inRules?.includes(about))
      .map((one) => shownField({ name: one }))
      .join(', ');
    const code = about === 'message' ? 'notOfMessages' : 'notOfCallbacks';
    return this.#fail(word, code, { name, known });
  }

  #comparison(
    field: FieldRef,
    sign: FilterToken & { readonly operator: FilterOperator },
  ): FilterNode {
    const { operator } = sign;
    const token = this.#next();
    if (token.kind !== 'word') return this.#fail(sign, 'valueMissing', { operator });
    this.#take();
    const isClosed = fieldEntry(field.name).values !== undefined;
    const value = isClosed ? token.value.map(half) : token.value;
    const isPresence = operator === ':' && value.length > 1 && value.every((one) => one === '');
    if (!isPresence) this.#checkValue(field, token, operator);
    if (operator === ':') return { kind: 'is', field, value };
    return { kind: 'compare', field, operator, value: value.join('*') };
  }

  #checkValue(field: FieldRef, token: Word, operator: FilterOperator): void {
    const { name } = field;
    const { values, is } = fieldEntry(name);
    const value = token.value.join('*');
    if (is === 'number' || is === 'duration') {
      if (readNumber(value, is === 'duration') === undefined) {
        this.#fail(token, 'numberExpected', { name, value });
      }
      return;
    }
    if (!isEquality(operator) && /^\D?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(half(value))) {
      this.#fail(token, 'numberPlain', { value });
    }
    const written = this.#written(token);
    if (operator === ':' && !token.isQuoted && /^\/.+\/[imsu]*$/s.test(half(written))) {
      this.#fail(token, 'patternAfterColon', { name: shownField(field), pattern: written });
    }
    if (!values || !isEquality(operator)) return;
    const fits = wildcardTest(operator === ':' ? token.value.map(half) : [value], 'whole');
    const isKnown = operator === ':' ? values.some(fits) : values.includes(value);
    if (isKnown) return;
    const meant = nearestWord(half(value), values);
    if (meant === undefined) {
      this.#fail(token, 'unknownValue', { name, value, known: shownValues(values, half(value)) });
    }
    this.#fail(token, 'unknownValueMeant', { name, value, meant });
  }

  #pattern(fit: FilterToken): PatternText {
    const token = this.#next();
    if (token.kind !== 'pattern') return this.#fail(fit, 'patternExpected');
    this.#take();
    const { source, flags } = token;
    const compiled = compilePattern(source, flags);
    if (!compiled.ok) return this.#fail(token, 'patternBad', { detail: compiled.problem });
    return { source, flags };
  }

  #needsItem(sign: FilterToken): void {
    const next = this.#next();
    if (isEnd(next)) this.#fail(sign, 'itemMissing', { operator: this.#written(sign) });
  }

  #next(): FilterToken {
    return this.#tokens[this.#at] as FilterToken;
  }

  #take(): FilterToken {
    const token = this.#next();
    if (token.kind !== 'end') this.#at += 1;
    return token;
  }

  #written({ start, end }: TokenPlace): string {
    return this.#text.slice(start, end);
  }

  #fail(
    place: TokenPlace,
    code: FilterSentence,
    params: Readonly<Record<string, string | number>> = {},
  ): never {
    throw new FilterFault(filterProblem(this.#text, place, code, params));
  }
}

/** Of many values those that begin as the wrong one does, or the first few. */
function shownValues(values: readonly string[], wrong: string): string {
  const near = values.filter((value) => value.startsWith(wrong));
  const shown = near.length > 0 ? near : values;
  return shown.length > 10 ? `${shown.slice(0, 10).join(', ')}, …` : shown.join(', ');
}

function isEnd({ kind }: FilterToken): boolean {
  return kind === 'end' || kind === 'close' || kind === 'or';
}

function isEquality(operator: FilterOperator): boolean {
  return operator === ':' || operator === '=' || operator === '!=';
}

/** Groups of the same kind are one: `a (b c)` is `a b c`. */
function junction(kind: 'and' | 'or', items: readonly FilterNode[]): FilterNode {
  const [only] = items;
  if (only && items.length === 1) return only;
  return { kind, items: items.flatMap((item) => (item.kind === kind ? item.items : [item])) };
}

function negation(item: FilterNode): FilterNode {
  return item.kind === 'not' ? item.item : { kind: 'not', item };
}

function fieldOf(written: string): FieldRef | undefined {
  const lower = half(written).replaceAll('。', '.').toLowerCase();
  for (const name of ['var', 'param'] as const) {
    // What follows is a name of the card's and stays as it is.
    if (lower.startsWith(`${name}.`)) return { name, path: written.slice(name.length + 1) };
  }
  const name = fieldNames.find((one) => one.toLowerCase() === lower);
  return name === undefined || hasPath(name) ? undefined : { name };
}

function hasPath(name: FieldName): boolean {
  return name === 'var' || name === 'param';
}

function shownField({ name, path }: FieldRef): string {
  if (path !== undefined) return `${name}.${path}`;
  return hasPath(name) ? `${name}.…` : name;
}
