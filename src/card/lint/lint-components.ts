import { isJsonObject, type JsonValue } from '../../base/json-text.js';
import { ownProp, variableOf } from '../act/prop.js';
import { type Finding, findingOf } from '../finding.js';
import { TOO_DEEP } from '../template/any-depth.js';
import { componentBuilders } from '../view/builders.js';
import type { LintNode } from './lint-node.js';

/** What drawing would find only where a component happens to be shown. */
export function lintComponents(nodes: readonly LintNode[]): readonly Finding[] {
  return nodes.flatMap(({ node, list }) => {
    const { componentName: component, path, props } = node;
    if (component === TOO_DEEP) return [];
    if (!componentBuilders.has(component)) return [findingOf('T340', path, { component, why: '' })];
    const content = ownProp(props, 'content');
    return component === 'MarkdownBlock' && list === undefined && isUntyped(content)
      ? [findingOf('T347', `${path}.props.content`, { component, variable: variableOf(content) })]
      : [];
  });
}

function isUntyped(content: JsonValue | undefined): boolean {
  return isJsonObject(content) && variableOf(content) !== '' && content['varType'] !== 'markdown';
}
