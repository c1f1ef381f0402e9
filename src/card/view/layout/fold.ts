import { isJsonObject } from '../../../base/json-text.js';
import type { TemplateNode } from '../../template/card-template.js';
import { prop, size } from '../prop-values.js';
import type { BuildPlace } from '../view-builder.js';
import type { BoxNode, NodeFrame, ViewNode } from '../view-node.js';
import { box } from './box.js';

const DEFAULT_KEY = '_cardFoldStatusLocalDataKey';
const DEFAULT_HEIGHT = 480;

/**
 * Local variable that says whether a folding node is open (template-format §2.4): truthy means
 * open; folded at first. Undefined when the node does not fold.
 */
export function foldVariable(node: TemplateNode): string | undefined {
  const config = prop(node, 'autoFoldConfig');
  const folds = isJsonObject(config)
    ? config['needFold'] === true
    : prop(node, 'autoFold') === true;
  if (!folds && prop(node, 'enableCollapse') !== true) return undefined;
  const key = isJsonObject(config)
    ? config['foldStatusLocalDataKey']
    : prop(node, 'foldStatusLocalDataKey');
  return typeof key === 'string' && key !== '' ? key : DEFAULT_KEY;
}

/** The content in a box that folds, where the node says so; otherwise the content as it is. */
export function folding(
  node: TemplateNode,
  at: BuildPlace,
  frame: NodeFrame,
  children: readonly ViewNode[],
): readonly ViewNode[] {
  const variable = foldVariable(node);
  if (variable === undefined || children.length === 0) return children;
  const { localData } = at.evaluation.data;
  const open = Object.hasOwn(localData, variable) && isTrue(localData[variable]);
  const key = at.bind(node, { kind: 'fold' });
  const inner: NodeFrame = { key, nodeId: frame.nodeId, component: frame.component };
  const fold: NonNullable<BoxNode['fold']> = { height: heightOf(node, at), folded: !open };
  return [box(inner, 'content', children, { fold, tap: { does: 'toggle', enabled: true } })];
}

const isTrue = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== '' &&
  value !== 'false' &&
  value !== false &&
  value !== 0;

function heightOf(node: TemplateNode, at: BuildPlace): number {
  const config = prop(node, 'autoFoldConfig');
  const limit = isJsonObject(config) ? config['heightLimit'] : undefined;
  const height =
    typeof limit === 'number' ? limit : size(at, node, 'autoFoldHeight', DEFAULT_HEIGHT);
  return height > 0 ? height : DEFAULT_HEIGHT;
}
