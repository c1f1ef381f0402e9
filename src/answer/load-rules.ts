import path from 'node:path';
import { checkShape } from '../base/check-shape.js';
import { DtcardError } from '../base/errors.js';
import { entryOf, type SourceNode, textOf } from '../base/source-node.js';
import { parseYamlSource } from '../base/yaml-source.js';
import type { DeadlinePolicy, RuleProblem } from '../log/event.js';
import { readAnswers } from './read-answers.js';
import { readRule, ruleIsOn } from './read-rules.js';
import { createReading } from './reading.js';
import type { CallbackRule, MessageRule, Rule, RuleSet } from './rule.js';
import { rulesShape } from './rules-shape.js';
import { nodeAt } from './source-entries.js';

export type LoadedRules =
  | { readonly ok: true; readonly rules: RuleSet }
  | { readonly ok: false; readonly problems: readonly RuleProblem[] };

/** More than this many problems say nothing new. */
const maxProblems = 50;

/**
 * Reads a rules file from its text, or from its bytes (UTF-8). All problems of a file are reported
 * together, in its order; with one problem none of its rules is used.
 * @param file its path, for messages
 */
export function loadRules(content: string | Uint8Array, file: string): LoadedRules {
  const source = parseYamlSource(content, '"version: 1" and a list "rules:"');
  if (!source.ok) return { ok: false, problems: source.problems.map(withQuoteHint(content)) };
  const problems: RuleProblem[] = [...checkShape(source.root, rulesShape, 'the file')];
  const nodes = ruleNodes(source.root);
  problems.push(...repeatedNames(nodes));
  const badLines = new Set(problems.map((problem) => problem.line));
  const rules: Rule[] = [];
  const directory = path.dirname(path.resolve(file));
  let asksForCards = false;
  for (const [index, node] of nodes.entries()) {
    // What is broken in its shape was reported already, and cannot be read.
    const end = nodes[index + 1]?.place.line ?? Infinity;
    if (node.kind !== 'map' || hasLineWithin(badLines, node.place.line, end)) continue;
    const reading = createReading(ruleIsOn(node), problems, directory);
    rules.push(readRule(node, reading));
    if (reading.on === 'callback') asksForCards ||= reading.asksForCards;
  }
  const reading = { ...createReading('callback', problems, directory), allowsUses: false };
  const answers = readAnswers(source.root, reading, badLines);
  asksForCards ||= reading.asksForCards;
  const late = textOf(nodeAt(source.root, 'late')) as DeadlinePolicy | undefined;
  if (problems.length === 0) {
    const set = { ...ruleSet(file, rules), answers, asksForCards };
    return { ok: true, rules: late === undefined ? set : { ...set, late } };
  }
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  return { ok: false, problems: problems.slice(0, maxProblems) };
}

/** In force when there is no rules file. */
export const noRules: RuleSet = ruleSet('', []);

/** E1005 with all problems in `detail`, one a line. */
export function rulesInvalid(file: string, problems: readonly RuleProblem[]): DtcardError {
  return new DtcardError('E1005', {
    params: { file, count: problems.length, detail: problems.map(problemLine(file)).join('\n') },
  });
}

function problemLine(file: string) {
  return ({ line, column, message }: RuleProblem) =>
    line === 0 ? `${file}: ${message}` : `${file}:${line}:${column}: ${message}`;
}

function ruleSet(file: string, rules: readonly Rule[]): RuleSet {
  return {
    file,
    rules,
    answers: [],
    asksForCards: false,
    messageRules: rules.filter((rule): rule is MessageRule => rule.on === 'message'),
    callbackRules: rules.filter((rule): rule is CallbackRule => rule.on === 'callback'),
  };
}

function ruleNodes(root: SourceNode): readonly SourceNode[] {
  const list = nodeAt(root, 'rules');
  return list?.kind === 'list' ? list.items : [];
}

/** YAML takes the braces of `${…}` for its own inside of `{ }` and `[ ]`. */
function withQuoteHint(content: string | Uint8Array) {
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const lines = text.split('\n');
  return (problem: RuleProblem): RuleProblem => {
    const { message } = problem;
    const line = lines[problem.line - 1] ?? '';
    if (message.includes('; quote')) return problem;
    if (/"[^"]*\$\{[^"}]*\?\?\s*"/.test(line)) {
      return { ...problem, message: `${message}; put '…' around a text with "…" in it` };
    }
    if (!/(?<!["'][^"']*)\$\{/.test(line)) return problem;
    return { ...problem, message: `${message}; quote texts with \${…} inside { } and [ ]` };
  };
}

function repeatedNames(nodes: readonly SourceNode[]): readonly RuleProblem[] {
  const first = new Map<string, number>();
  const problems: RuleProblem[] = [];
  for (const node of nodes) {
    const entry = entryOf(node, 'name');
    const name = textOf(entry?.value);
    if (!entry || name === undefined) continue;
    const line = first.get(name);
    if (line === undefined) first.set(name, entry.value.place.line);
    else
      problems.push({
        ...entry.value.place,
        message: `the rule of line ${line} is called "${name}" too`,
      });
  }
  return problems;
}

function hasLineWithin(lines: ReadonlySet<number>, from: number, to: number): boolean {
  for (const line of lines) if (line >= from && line < to) return true;
  return false;
}
