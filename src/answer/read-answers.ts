import { type SourceNode, textOf } from '../base/source-node.js';
import { responseOf } from './read-deed.js';
import type { Reading } from './reading.js';
import type { PreparedAnswer } from './rule.js';
import { nodeAt, nodesAt } from './source-entries.js';
import { valueFor } from './value.js';

/**
 * The `answers` of a file: prepared, given by hand.
 * @param badLines lines whose shape was complained of
 */
export function readAnswers(
  root: SourceNode,
  reading: Reading,
  badLines: ReadonlySet<number>,
): readonly PreparedAnswer[] {
  const nodes = nodesAt(root, 'answers');
  const names = new Map<string, number>();
  const answers: PreparedAnswer[] = [];
  for (const node of nodes) {
    if (node.kind !== 'map' || badLines.has(node.place.line)) continue;
    const nameNode = nodeAt(node, 'name');
    const name = textOf(nameNode) ?? '';
    const line = names.get(name);
    if (line !== undefined && nameNode) {
      const message = `the answer of line ${line} is called "${name}" too`;
      reading.problems.push({ ...nameNode.place, message });
    }
    names.set(name, node.place.line);
    const answer = nodeAt(node, 'answer');
    if (answer?.kind !== 'map') continue;
    const response = responseOf(answer, reading);
    answers.push({
      name,
      actions: nodesAt(node, 'actions').flatMap((item) => textOf(item) ?? []),
      response: (subject) => valueFor(response, subject),
    });
  }
  return answers;
}
