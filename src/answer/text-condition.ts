import { compilePattern, splitPattern } from '../base/pattern.js';
import { type Place, type SourceNode, textOf } from '../base/source-node.js';
import type { Problems, Reading } from './reading.js';
import { hasTemplate, textValue } from './text-template.js';
import { type Subject, type Value, valueFor } from './value.js';

/** Tells whether a text is the one meant. */
export type TextTest = (text: string, subject: Subject) => boolean;

/** One text or `/pattern/`, or a list of which one must fit. A node of another kind fits nothing. */
export function textTest(node: SourceNode, reading: Reading): TextTest {
  const nodes = node.kind === 'list' ? node.items : [node];
  const tests = nodes.map((item) => singleTest(item, reading));
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return (text, subject) => {
    for (const test of tests) if (test(text, subject)) return true;
    return false;
  };
}

function singleTest(node: SourceNode, reading: Reading): TextTest {
  const text = textOf(node);
  if (text === undefined) return () => false;
  const pattern = patternTest(text, node.place, reading.problems);
  if (pattern) return pattern;
  const value = textValue(node, reading);
  if (value.isConstant) {
    const { constant } = value;
    return (actual) => actual === constant;
  }
  return (actual, subject) => fitsWorkedOut(actual, value, subject);
}

/** What comes out empty fits nothing: a card without an owner must not be everybody's. */
export function fitsWorkedOut(actual: unknown, value: Value<string>, subject: Subject): boolean {
  const wanted = valueFor(value, subject);
  return wanted !== '' && actual === wanted;
}

/** Undefined when the text is no `/pattern/`. A pattern that cannot be used fits nothing and is noted. */
export function patternTest(
  text: string,
  place: Place,
  problems: Problems,
): ((text: string) => boolean) | undefined {
  const parts = splitPattern(text);
  if (!parts) return undefined;
  if (hasTemplate(parts.source)) {
    const message = `a pattern is taken as it stands, and never fits \${; write \\$\\{ for the text itself`;
    problems.push({ line: place.line, column: place.column, message });
    return () => false;
  }
  const compiled = compilePattern(parts.source, parts.flags);
  if (compiled.ok) return compiled.test;
  problems.push({ line: place.line, column: place.column, message: compiled.problem });
  return () => false;
}

/** The condition as text, for explanations. */
export function expectedText(node: SourceNode): string {
  if (node.kind === 'list') return `one of ${node.items.map(expectedText).join(', ')}`;
  return textOf(node) ?? '';
}

/** The condition with its `${…}` filled in; undefined when it has none. */
export function expectedNow(
  node: SourceNode,
  reading: Reading,
): { expectedNow(subject: Subject): string } | undefined {
  const nodes = node.kind === 'list' ? node.items : [node];
  const texts = nodes.map((item) => textOf(item) ?? '');
  if (!texts.some((text) => hasTemplate(text) && !splitPattern(text))) return undefined;
  // Problems were told when the test was made.
  const quiet = { ...reading, problems: [] };
  const values = nodes.map((item) => textValue(item, quiet));
  return {
    expectedNow: (subject) => values.map((value) => valueFor(value, subject)).join(', '),
  };
}
