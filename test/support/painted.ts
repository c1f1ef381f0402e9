import type { RichBlock } from '../../src/card/markdown/rich-block.js';
import type { BoxNode, ViewNode } from '../../src/card/view/view-node.js';
import { paintCard } from '../../src/paint/paint-card.js';
import type { PaintedCard, PaintOptions } from '../../src/paint/painted-card.js';
import { toPlainText } from '../../src/paint/plain-text.js';

type Kind = ViewNode['kind'];
type Of<K extends Kind> = Extract<ViewNode, { kind: K }>;

/** A view node with what every node has. */
export function node<K extends Kind>(
  kind: K,
  part: Omit<Of<K>, 'key' | 'nodeId' | 'component' | 'kind'> & { readonly key?: string },
): ViewNode {
  const key = part.key ?? kind;
  return { nodeId: key, component: 'Made', ...part, key, kind } as unknown as ViewNode;
}

const style = { size: 14, lineHeight: 22, colour: '#171a1d' } as const;
export const enabled = { does: 'request', enabled: true } as const;
export const disabled = { does: 'request', enabled: false, why: 'status' } as const;
/** Margins as most templates have them. */
export const around = { left: 12, right: 12, top: 12, bottom: 0 } as const;

export function textNode(text: string, part: Partial<Of<'text'>> = {}): ViewNode {
  return node('text', { text, style, align: 'left', maxLines: 0, ...part });
}

export function boxNode(children: readonly ViewNode[], part: Partial<BoxNode> = {}): ViewNode {
  const direction = part.direction ?? 'column';
  const align = direction === 'row' ? 'start' : 'stretch';
  return node('box', { role: 'grid', direction, align, justify: 'start', children, ...part });
}

export function cardNode(children: readonly ViewNode[], part: Partial<BoxNode> = {}): ViewNode {
  return boxNode(children, { role: 'card', key: 'card', ...part });
}

export function buttonNode(text: string, part: Partial<Of<'button'>> = {}): ViewNode {
  return node('button', { text, colour: 'blue', state: 'normal', tap: enabled, ...part });
}

export function richNode(blocks: readonly RichBlock[], part: Partial<Of<'rich'>> = {}): ViewNode {
  return node('rich', { blocks, style, streaming: false, ...part });
}

export function painted(
  root: ViewNode | undefined,
  width: number,
  options: Partial<PaintOptions> = {},
): PaintedCard {
  const view = root === undefined ? {} : { root };
  return paintCard(view, { lang: 'zh', theme: 'light', ...options, width });
}

/** The painting as lines of text, without blanks at their ends. */
export function screen(
  root: ViewNode | undefined,
  width: number,
  options: Partial<PaintOptions> = {},
): readonly string[] {
  return toPlainText(painted(root, width, options))
    .split('\n')
    .slice(0, -1);
}

/** Regions as `id x,y width×height`. */
export function places({ regions }: PaintedCard): readonly string[] {
  return regions.map(({ id, x, y, width, height }) => `${id} ${x},${y} ${width}×${height}`);
}
