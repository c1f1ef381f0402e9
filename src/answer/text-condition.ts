import { compilePattern, splitPattern } from '../base/pattern.js';
import { type Place, type SourceNode, textOf } from '../base/source-node.js';
import type { RuleProblem } from '../log/event.js';

/** Tells whether a text is the one meant. */
export type TextTest = (text: string) => boolean;

/** Collects what is wrong while conditions are being built. */
export type Problems = RuleProblem[];

/** One text or `/pattern/`, or a list of which one must fit. A node of another kind fits nothing. */
export function textTest(node: SourceNode, problems: Problems): TextTest {
  const nodes = node.kind === 'list' ? node.items : [node];
  const tests = nodes.map((item) => singleTest(textOf(item), item.place, problems));
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return (text) => tests.some((test) => test(text));
}

function singleTest(text: string | undefined, place: Place, problems: Problems): TextTest {
  if (text === undefined) return () => false;
  return patternTest(text, place, problems) ?? ((actual) => actual === text);
}

/** Undefined when the text is no `/pattern/`. A pattern that cannot be used fits nothing and is noted. */
export function patternTest(text: string, place: Place, problems: Problems): TextTest | undefined {
  const parts = splitPattern(text);
  if (!parts) return undefined;
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
