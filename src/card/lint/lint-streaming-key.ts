import { nearestWord } from '../../base/nearest-word.js';
import { ownProp, variableOf } from '../act/prop.js';
import { type Finding, findingOf } from '../finding.js';
import type { CardTemplate } from '../template/card-template.js';
import { lintNodes } from './lint-node.js';

/** A `key` of the streaming API: a markdown variable some component shows with its switch on (card-openapi §4). */
export function lintStreamingKey(template: CardTemplate, key: string): readonly Finding[] {
  const path = `streaming.${key}`;
  const variable = template.variables.find(({ name }) => name === key);
  if (!variable) {
    const markdown = template.variables.filter(({ type }) => type === 'markdown');
    const nearest =
      nearestWord(
        key,
        markdown.map(({ name }) => name),
      ) ?? '';
    return [findingOf('D114', path, { key, nearest })];
  }
  if (variable.type !== 'markdown') return [findingOf('D115', path, { key, type: variable.type })];
  return isStreamed(template, key) ? [] : [findingOf('D116', path, { key })];
}

function isStreamed({ root }: CardTemplate, key: string): boolean {
  if (!root) return false;
  for (const { node } of lintNodes(root)) {
    if (ownProp(node.props, 'isStreaming') !== true) continue;
    const bound = variableOf(ownProp(node.props, 'content'));
    if (bound === key || variableOf(ownProp(node.props, 'textVariable')) === key) return true;
  }
  return false;
}
