import type { Evaluation, Place } from '../../evaluate/evaluation.js';
import type { TemplateNode } from '../../template/card-template.js';
import { text } from '../prop-values.js';
import type { ComponentBuilder } from '../view-builder.js';

/** A header that shows and hides its content, on this client only. */
export const collapsePanel: ComponentBuilder = (node, at) => {
  const { open } = collapseState(at.evaluation, node, at.place);
  const tap = at.tapOf(node);
  return {
    ...at.base(node),
    key: at.bind(node),
    kind: 'collapse',
    title: text(at, node, 'title'),
    open,
    ...(tap === undefined ? undefined : { tap }),
    children: open ? at.children(node.children) : [],
  };
};

/** `localData[id + nodeId]` says whether it is open, `contentVisible` until then (template-format §2.4). */
export function collapseState(
  evaluation: Evaluation,
  node: TemplateNode,
  place: Place,
): { readonly name: string; readonly open: boolean } {
  const { localData } = evaluation.data;
  const name = `${evaluation.text(node.props['id'], place)}${node.id}`;
  const state = Object.hasOwn(localData, name) ? localData[name] : undefined;
  if (typeof state === 'object' && state !== null) return { name, open: true };
  return {
    name,
    open: evaluation.boolean(state ?? node.props['contentVisible'], place, false),
  };
}
