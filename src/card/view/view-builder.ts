import type { JsonValue } from '../../base/json-text.js';
import type { TapInfo } from '../act/tap-info.js';
import type { Evaluation, Place } from '../evaluate/evaluation.js';
import type { Finding } from '../finding.js';
import type { RichBlock } from '../markdown/rich-block.js';
import type { TemplateNode } from '../template/card-template.js';
import type { BindingPart } from './card-view.js';
import type { NodeFrame, ViewNode } from './view-node.js';
import type { Colour } from './view-style.js';

/** Draws one component. Undefined: nothing is shown. A builder that throws becomes a placeholder. */
export type ComponentBuilder = (node: TemplateNode, at: BuildPlace) => ViewNode | undefined;

/** What a builder works with: the evaluation, at its place in loops, and the rest of the tree. */
export interface BuildPlace {
  readonly evaluation: Evaluation;
  readonly place: Place;
  /** Key of the view node being built. */
  readonly key: string;
  /** Key, node id, component, margin, width and tooltip of the node, from the props all share (§2.2). */
  base(node: TemplateNode): NodeFrame;
  /** Builds nodes, visible ones only. @param place for loop items; its index becomes part of the keys */
  children(nodes: readonly TemplateNode[], place?: Place): readonly ViewNode[];
  /** Makes a key of this node touchable and gives the key: the node's own, or that of a part. */
  bind(node: TemplateNode, part?: BindingPart, suffix?: string): string;
  /** What the action bundle in `node.props` does; undefined when touching does nothing at all. */
  tapOf(node: TemplateNode): TapInfo | undefined;
  /** A colour name, token, hex (alpha first) or wrapper as CSS, in the theme. */
  colour(wrapper: JsonValue | undefined, fallback: Colour): Colour;
  /** A text as rich blocks; the same text is parsed once in a view. */
  markdown(node: TemplateNode, text: string, streaming: boolean): readonly RichBlock[];
  find(finding: Finding): void;
}
