import { isJsonObject, type JsonValue } from '../../base/json-text.js';
import { ownProp } from '../act/prop.js';
import type { ExpressionNode } from '../evaluate/expression-node.js';
import { parseExpression } from '../evaluate/parse-expression.js';
import type { CardTemplate } from '../template/card-template.js';
import { bundlesOf } from './bundles.js';
import { lintNodes } from './lint-node.js';

/**
 * Variables a button's or an input's `status` is bound to, directly: without a value it is dead
 * (template-format §2.5). An expression that is always a status by itself does not count.
 */
export function statusVariables(template: CardTemplate): ReadonlySet<string> {
  const names = new Set<string>();
  if (!template.root) return names;
  for (const at of lintNodes(template.root)) {
    for (const { bundle } of bundlesOf(at)) {
      const name = boundName(ownProp(bundle, 'status'));
      if (name !== '') names.add(name);
    }
  }
  for (const { name, expContent } of template.expressions) {
    if (!names.delete(name)) continue;
    const parsed = parseExpression(expContent);
    if (parsed.ok && parsed.node.kind === 'name') names.add(parsed.node.name);
    if (parsed.ok) for (const end of endsOf(parsed.node)) names.add(end);
  }
  return names;
}

/** Variables an expression may come down to as they are. */
function endsOf(node: ExpressionNode): readonly string[] {
  if (node.kind === 'choice') return [...endsOf(node.yes), ...endsOf(node.no)];
  return node.kind === 'name' ? [node.name] : [];
}

function boundName(status: JsonValue | undefined): string {
  if (!isJsonObject(status) || status['valueType'] !== 'variable') return '';
  const { variable } = status;
  return typeof variable === 'string' ? (/^[^.[]+/.exec(variable.trim())?.[0] ?? '') : '';
}
