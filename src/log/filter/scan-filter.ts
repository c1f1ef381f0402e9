import type { FilterSentence } from '../../i18n/filter.js';
import { FilterFault, filterProblem } from './filter-problem.js';
import type { FilterOperator, FilterToken, TokenPlace } from './filter-token.js';
import { half, isBlank } from './half-width.js';

/** Longer ones before those they begin with. */
const operators: readonly FilterOperator[] = ['!=', '>=', '<=', ':', '=', '>', '<'];

/** What closes each quote; input methods may give either of a pair for both. */
const quotes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['＂', '＂'],
  ['＇', '＇'],
  ['“', '”“'],
  ['”', '”“'],
  ['‘', '’‘'],
  ['’', '’‘'],
  ['「', '」'],
]);

/**
 * The words, quotes and signs of a filter, an `end` behind the last.
 * @throws FilterFault
 */
export function scanFilter(text: string): readonly FilterToken[] {
  const tokens: FilterToken[] = [];
  let at = 0;
  while (at < text.length) {
    if (isBlank(text[at])) {
      at += 1;
      continue;
    }
    const token = nextToken(text, at, tokens.at(-1));
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ kind: 'end', start: text.length, end: text.length });
  return tokens;
}

function nextToken(text: string, at: number, before: FilterToken | undefined): FilterToken {
  const char = half(text[at]);
  const isValue = before?.kind === 'operator';
  if (before?.kind === 'fit' && before.end === at && char === '/') return scanPattern(text, at);
  const closing = quotes.get(text[at] ?? '');
  if (closing) return scanQuoted(text, at, closing);
  if (char === ')') return { kind: 'close', start: at, end: at + 1 };
  if (char === '&' || char === '|') {
    const end = half(text[at + 1]) === char ? at + 2 : at + 1;
    return { kind: char === '&' ? 'and' : 'or', start: at, end };
  }
  if (isValue) {
    if (char === '(') throw fault(text, spot(at), 'valueGroup');
    if (':=<>~!'.includes(char)) throw fault(text, spot(at), 'valueStart', { found: char });
    return scanWord(text, at, isValue);
  }
  const operator = operators.find((one) => startsWith(text, at, one));
  if (operator) {
    // `==` is what many write for `=`.
    const length = operator === '=' && half(text[at + 1]) === '=' ? 2 : operator.length;
    return { kind: 'operator', operator, start: at, end: at + length };
  }
  if (char === '~') {
    const isApart = before?.kind !== 'word' || before.end !== at;
    return { kind: 'fit', isApart, ...spot(at) };
  }
  if (char === '!') return { kind: 'not', ...spot(at) };
  if (char === '(') return { kind: 'open', ...spot(at) };
  return scanWord(text, at, isValue);
}

function scanQuoted(text: string, start: number, closing: string): FilterToken {
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at] as string;
    if (char === '\\') {
      at += 1;
      value += escaped(text, at);
    } else if (closing.includes(char)) {
      endOfWord(text, at + 1);
      return { kind: 'word', value: [value], isQuoted: true, start, end: at + 1 };
    } else {
      value += char;
    }
  }
  throw fault(text, spot(start), 'quoteUnclosed');
}

/** @param isValue signs that stand between a field and its value are text */
function scanWord(text: string, start: number, isValue: boolean): FilterToken {
  const pieces: string[] = [];
  const open: number[] = [];
  let piece = '';
  let at = start;
  for (; at < text.length; at++) {
    const raw = text[at] as string;
    const char = half(raw);
    if (isBlank(raw)) break;
    if (!isValue && (':=<>~'.includes(char) || startsWith(text, at, '!='))) break;
    if (char === '(') {
      if (!isValue && keyword(text.slice(start, at))) break;
      open.push(at);
    } else if (char === ')' && open.pop() === undefined) {
      break;
    } else if (char === '&' || char === '|') {
      throw fault(text, spot(at), 'operatorInWord', { operator: char });
    }
    if (char === '\\') {
      at += 1;
      piece += escaped(text, at);
    } else if (char !== '*') {
      piece += raw;
    } else if (piece !== '' || pieces.length === 0) {
      // Several wildcards in a row are one.
      pieces.push(piece);
      piece = '';
    }
  }
  const [unclosed] = open;
  if (unclosed !== undefined) throw fault(text, spot(unclosed), 'parenthesisInWord');
  const kind = isValue ? undefined : keyword(text.slice(start, at));
  if (kind) return { kind, start, end: at };
  return { kind: 'word', value: [...pieces, piece], isQuoted: false, start, end: at };
}

function keyword(word: string): 'and' | 'or' | 'not' | undefined {
  const known = half(word).toLowerCase();
  return known === 'and' || known === 'or' || known === 'not' ? known : undefined;
}

function scanPattern(text: string, start: number): FilterToken {
  let isInClass = false;
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at] as string;
    if (char === '\\') at += 1;
    else if (char === '[') isInClass = true;
    else if (char === ']') isInClass = false;
    else if (half(char) === '/' && !isInClass && at > start + 1) {
      const flags = /^[a-z]*/i.exec(text.slice(at + 1))?.[0] ?? '';
      const end = at + 1 + flags.length;
      endOfWord(text, end);
      return { kind: 'pattern', source: text.slice(start + 1, at), flags, start, end };
    }
  }
  throw fault(text, spot(start), 'patternUnclosed');
}

function endOfWord(text: string, at: number): void {
  if (at < text.length && !isBlank(text[at]) && half(text[at]) !== ')') {
    throw fault(text, spot(at), 'afterQuote');
  }
}

/** @param at of the character behind the backslash */
function escaped(text: string, at: number): string {
  const char = text[at];
  if (char === undefined) throw fault(text, spot(at - 1), 'escapeAtEnd');
  return char === 'n' ? '\n' : char === 't' ? '\t' : char;
}

function startsWith(text: string, at: number, sign: string): boolean {
  return half(text.slice(at, at + sign.length)) === sign;
}

function spot(start: number): TokenPlace {
  return { start, end: start + 1 };
}

function fault(
  text: string,
  place: TokenPlace,
  code: FilterSentence,
  params: Readonly<Record<string, string>> = {},
): FilterFault {
  return new FilterFault(filterProblem(text, place, code, params));
}
