import { type SourceNode, textOf } from '../base/source-node.js';
import { translateLoose } from '../i18n/translate.js';
import { compileFilter, type FilterTest } from '../log/filter/compile-filter.js';
import { readFilter } from '../log/filter/filter.js';
import type { FieldName } from '../log/filter/filter-names.js';
import type { FilterNode } from '../log/filter/filter-node.js';
import type { FilterSubject } from '../log/filter/filter-subject.js';
import { printFilter } from '../log/filter/print-filter.js';
import type { Reading } from './reading.js';
import type { Condition } from './rule.js';
import { hasTemplate } from './text-template.js';

/**
 * The condition `filter` (docs/filter.md). A text that is no filter holds for nothing and is noted,
 * with its own column: where YAML puts the text says little about where in it the mistake is.
 */
export function filterCondition<S>(
  node: SourceNode,
  subjectOf: (subject: S) => FilterSubject,
  reading: Reading,
): Condition<S> {
  const text = textOf(node) ?? '';
  const read = readFilter(text, reading.on);
  if (!read.ok) {
    const { code, params, column } = read.problem;
    const sentence = translateLoose('en', `filter.${code}`, params);
    reading.problems.push({ ...node.place, message: `filter, column ${column}: ${sentence}` });
    return { path: 'filter', expected: text, test: () => false, actual: () => undefined };
  }
  if (hasTemplate(text)) {
    const message =
      'a filter is taken as it stands, ${…} and all; compare with a value under user, card, params, …, or write $\\{ for the text itself';
    reading.problems.push({ ...node.place, message });
  }
  const { test, node: root } = read.filter;
  if (asksForCards(root)) reading.asksForCards = true;
  const parts = partsOf(root);
  return {
    path: 'filter',
    expected: text,
    test: (subject) => test(subjectOf(subject)),
    actual(subject) {
      const seen = subjectOf(subject);
      const failed = parts.filter((part) => !part.test(seen)).map((part) => part.text);
      return failed.length === 0 ? undefined : `not ${failed.join(', not ')}`;
    },
  };
}

/** Fields that the callback alone can tell. */
const told: ReadonlySet<FieldName> = new Set(['kind', 'type', 'action', 'param', 'outTrackId']);

function asksForCards(node: FilterNode): boolean {
  switch (node.kind) {
    case 'all':
    case 'flag':
      return false;
    case 'and':
    case 'or':
      return node.items.some(asksForCards);
    case 'not':
      return asksForCards(node.item);
    case 'search':
    case 'searchFit':
      return true;
    case 'is':
    case 'compare':
    case 'fit':
      return !told.has(node.field.name);
  }
}

interface Part {
  readonly text: string;
  readonly test: FilterTest;
}

/** Each must hold, so that it can be told which did not. */
function partsOf(node: FilterNode): readonly Part[] {
  const items = node.kind === 'and' ? node.items : [node];
  return items.map((item) => ({ text: printFilter(item), test: compileFilter(item) }));
}
