import { type SourceNode, textOf } from '../base/source-node.js';
import { translateLoose } from '../i18n/translate.js';
import { compileFilter, type FilterTest } from '../log/filter/compile-filter.js';
import { readFilter } from '../log/filter/filter.js';
import type { FilterNode } from '../log/filter/filter-node.js';
import type { FilterSubject } from '../log/filter/filter-subject.js';
import type { FilterAbout } from '../log/filter/parse-filter.js';
import { printFilter } from '../log/filter/print-filter.js';
import type { Condition } from './rule.js';
import type { Problems } from './text-condition.js';

/**
 * The condition `filter` (docs/filter.md). A text that is no filter holds for nothing and is noted,
 * with its own column: where YAML puts the text says little about where in it the mistake is.
 */
export function filterCondition<S>(
  node: SourceNode,
  about: FilterAbout,
  subjectOf: (subject: S) => FilterSubject,
  problems: Problems,
): Condition<S> {
  const text = textOf(node) ?? '';
  const read = readFilter(text, about);
  if (!read.ok) {
    const { code, params, column } = read.problem;
    const sentence = translateLoose('en', `filter.${code}`, params);
    problems.push({ ...node.place, message: `filter, column ${column}: ${sentence}` });
    return { path: 'filter', expected: text, test: () => false, actual: () => undefined };
  }
  const { test, node: root } = read.filter;
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

interface Part {
  readonly text: string;
  readonly test: FilterTest;
}

/** Each must hold, so that it can be told which did not. */
function partsOf(node: FilterNode): readonly Part[] {
  const items = node.kind === 'and' ? node.items : [node];
  return items.map((item) => ({ text: printFilter(item), test: compileFilter(item) }));
}
