import { compilePattern, patternReach } from '../../base/pattern.js';
import { numberOf, type SomeValue, type TextTest, valuesOf } from './field-values.js';
import { type FieldName, fieldEntry } from './filter-names.js';
import type { Comparison, FilterNode, PatternText, Wildcard } from './filter-node.js';
import type { FilterSubject } from './filter-subject.js';
import { flags } from './flags.js';
import { readNumber } from './read-number.js';
import { someText } from './search-texts.js';
import { wildcardTest } from './wildcard.js';

export type FilterTest = (subject: FilterSubject) => boolean;

/** Whatever can be prepared is prepared here, once. The test never throws. */
export function compileFilter(node: FilterNode): FilterTest {
  switch (node.kind) {
    case 'all':
      return () => true;
    case 'and': {
      const tests = node.items.map(compileFilter);
      return (subject) => {
        for (const test of tests) if (!test(subject)) return false;
        return true;
      };
    }
    case 'or': {
      const tests = node.items.map(compileFilter);
      return (subject) => {
        for (const test of tests) if (test(subject)) return true;
        return false;
      };
    }
    case 'not': {
      const test = compileFilter(node.item);
      return (subject) => !test(subject);
    }
    case 'flag':
      return flags[node.flag];
    case 'search': {
      const test = wildcardTest(node.value, 'part');
      return (subject) => someText(subject, test);
    }
    case 'searchFit':
      return patternOver(node.pattern, someText);
    case 'fit':
      return patternOver(node.pattern, valuesOf(node.field));
    case 'is': {
      const { name } = node.field;
      if (name === 'tookMs' || name === 'status') return numberIs(name, node.value);
      const values = valuesOf(node.field);
      const test = isTest(name, node.value);
      return (subject) => values(subject, test);
    }
    case 'compare': {
      const { field, operator, value } = node;
      const { name } = field;
      if (name === 'tookMs' || name === 'status') return numberCompares(name, operator, value);
      const values = valuesOf(field);
      if (operator === '!=') return (subject) => !values(subject, (text) => text === value);
      const test = comparisonTest(operator, value);
      return (subject) => values(subject, test);
    }
  }
}

/** Characters of one subject a pattern is tried on, in all its texts together. */
const patternBudget = 65_536;

function patternOver({ source, flags: written }: PatternText, values: SomeValue): FilterTest {
  const compiled = compilePattern(source, written);
  if (!compiled.ok) return () => false;
  let left = 0;
  const test: TextTest = (text) => {
    if (left <= 0) return false;
    left -= Math.min(text.length, patternReach);
    return compiled.test(text);
  };
  return (subject) => {
    left = patternBudget;
    return values(subject, test);
  };
}

function isTest(name: FieldName, value: Wildcard): TextTest {
  const { is } = fieldEntry(name);
  const test = wildcardTest(value, is === 'holds' && !isEmpty(value) ? 'part' : 'whole');
  const [only] = value;
  const number = is === 'value' && value.length === 1 && only ? readNumber(only) : undefined;
  if (number === undefined) return test;
  return (text) => test(text) || readNumber(text) === number;
}

function isEmpty(value: Wildcard): boolean {
  return value.length === 1 && value[0] === '';
}

function comparisonTest(operator: Exclude<Comparison, '!='>, value: string): TextTest {
  if (operator === '=') return (text) => text === value;
  const number = readNumber(value);
  if (number === undefined) return (text) => compares(operator, text, value);
  return (text) => {
    const read = readNumber(text);
    return read !== undefined && compares(operator, read, number);
  };
}

function numberIs(name: 'tookMs' | 'status', value: Wildcard): FilterTest {
  const read = numberOf(name);
  if (value.length > 1) return (subject) => read(subject) !== undefined;
  return numberCompares(name, '=', value[0] ?? '');
}

function numberCompares(
  name: 'tookMs' | 'status',
  operator: Comparison,
  value: string,
): FilterTest {
  const read = numberOf(name);
  const number = readNumber(value, name === 'tookMs') ?? Number.NaN;
  if (operator === '!=') return (subject) => read(subject) !== number;
  return (subject) => {
    const found = read(subject);
    return found !== undefined && compares(operator, found, number);
  };
}

function compares<T extends string | number>(
  operator: Exclude<Comparison, '!='>,
  a: T,
  b: T,
): boolean {
  switch (operator) {
    case '=':
      return a === b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
  }
}
