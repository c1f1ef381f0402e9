import { ownProp, variableOf } from '../act/prop.js';
import { type Finding, findingOf } from '../finding.js';
import type { CardTemplate } from '../template/card-template.js';
import { declaredNames } from './declared-names.js';
import { type LintNode, stateOf } from './lint-node.js';
import { referencesOf } from './references.js';

/** A component text can be streamed into, and in which state of the card. */
interface Streamed {
  readonly variable: string;
  readonly isStreaming: boolean;
  readonly state: number;
  readonly path: string;
}

const WRITING = 2;
const DONE = 3;

/**
 * The states of an AI card (template-format §1.4, card-openapi §4): which are there, and whether the
 * streaming switch, which every state has for itself, fits how the text comes.
 */
export function lintAiStates(
  template: CardTemplate,
  nodes: readonly LintNode[],
): readonly Finding[] {
  const { root } = template;
  if (root?.componentName !== 'AICardContainer') return [];
  const streamed = nodes.flatMap((at): readonly Streamed[] => {
    const { node, state, list } = at;
    if (node.componentName !== 'MarkdownBlock' || state === undefined || list !== undefined)
      return [];
    const variable = variableOf(ownProp(node.props, 'content'));
    const isStreaming = ownProp(node.props, 'isStreaming') === true;
    return variable === '' ? [] : [{ variable, isStreaming, state, path: node.path }];
  });
  return [
    ...lintStates(template, nodes),
    ...lintSwitches(streamed, root.path),
    ...lintVanishing(streamed, nodes),
    ...lintStreamedTypes(template, streamed),
    ...lintFlowStatus(template),
  ];
}

function lintStates({ root }: CardTemplate, nodes: readonly LintNode[]): readonly Finding[] {
  const path = root?.path ?? '$';
  const found: number[] = [];
  const findings: Finding[] = [];
  for (const { node } of nodes) {
    const status = stateOf(node);
    if (status === undefined) continue;
    if (found.includes(status)) findings.push(findingOf('T232', node.path, { state: status }));
    found.push(status);
  }
  for (const state of [1, WRITING, DONE]) {
    if (!found.includes(state)) findings.push(findingOf('T231', path, { state }));
  }
  if (!found.includes(5)) findings.push(findingOf('T230', path));
  return findings;
}

function lintSwitches(streamed: readonly Streamed[], rootPath: string): readonly Finding[] {
  const findings: Finding[] = [];
  const isOn = (state: number, variable: string) =>
    streamed.some((one) => one.state === state && one.variable === variable && one.isStreaming);
  const isBound = (state: number, variable: string) =>
    streamed.some((one) => one.state === state && one.variable === variable);

  const writing = streamed.filter(({ state }) => state === WRITING);
  if (writing.length > 0 && !writing.some(({ isStreaming }) => isStreaming)) {
    findings.push(
      findingOf('T234', writing[0]?.path ?? rootPath, { name: writing[0]?.variable ?? '' }),
    );
  }
  for (const one of streamed) {
    const { variable, state, isStreaming, path } = one;
    const twin = streamed.find(
      (other) => other !== one && other.state === state && other.variable === variable,
    );
    if (twin && twin.isStreaming !== isStreaming && isStreaming) {
      findings.push(findingOf('T233', path, { name: variable, state, other: state }));
    }
    // Switched on where the text is only read: what plain updates write stays invisible.
    if (state === DONE && isStreaming && isBound(WRITING, variable) && !isOn(WRITING, variable)) {
      findings.push(findingOf('T233', path, { name: variable, state: DONE, other: WRITING }));
    }
  }
  return findings;
}

/** A done state that shows another text is filled by an update of its own: a word, no warning. */
function lintVanishing(
  streamed: readonly Streamed[],
  nodes: readonly LintNode[],
): readonly Finding[] {
  const done = nodes.filter(({ state }) => state === DONE);
  if (done.length === 0) return [];
  const shown = new Set(done.flatMap(referencesOf).map(({ name }) => firstName(name)));
  const hasOther = streamed.some(({ state }) => state === DONE);
  return streamed.flatMap(({ variable, state, isStreaming, path }) => {
    if (state !== WRITING || !isStreaming || shown.has(firstName(variable))) return [];
    const finding = findingOf('T236', path, { name: variable });
    return [hasOther ? { ...finding, severity: 'info' as const } : finding];
  });
}

function firstName(path: string): string {
  return /^[^.[]+/.exec(path)?.[0] ?? path;
}

function lintStreamedTypes(
  template: CardTemplate,
  streamed: readonly Streamed[],
): readonly Finding[] {
  const names = declaredNames(template);
  return streamed.flatMap(({ variable, isStreaming, path }) => {
    const declared = isStreaming ? names.find(variable) : undefined;
    if (declared?.kind !== 'found' || declared.variable === undefined) return [];
    const { type } = declared.variable;
    return type === 'markdown' ? [] : [findingOf('T235', path, { name: variable, type })];
  });
}

function lintFlowStatus({ root, variables }: CardTemplate): readonly Finding[] {
  const name = flowStatusName(root);
  const isDeclared = variables.some((variable) => variable.name === name);
  return isDeclared ? [] : [findingOf('T237', root?.path ?? '$', { name })];
}

/** The variable an AI card's state is read from; `flowStatusVar` may be empty (template-format §2.4). */
export function flowStatusName(root: CardTemplate['root']): string {
  return (root && variableOf(ownProp(root.props, 'flowStatusVar'))) || 'flowStatus';
}
