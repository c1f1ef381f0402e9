import { renderToStaticMarkup } from 'react-dom/server';
import type { NodeFrame, ViewNode } from '../../src/card/view/view-node.js';
import type { TextStyle } from '../../src/card/view/view-style.js';
import { createFormDrafts } from '../../src/simulator/page/paint/form-drafts.js';
import { PaintedCard, type PaintedCardProps } from '../../src/simulator/page/paint/painted-card.js';

/** What a card of one node is painted from. */
export function viewOf(
  root: ViewNode,
  switches: { theme?: 'light' | 'dark'; width?: number } = {},
): PaintedCardProps['view'] {
  return { root, evaluation: { switches: { theme: 'light', width: 400, ...switches } } };
}

/** The HTML of one node, painted by the components the page uses. */
export function paintHtml(root: ViewNode, options: Partial<PaintedCardProps> = {}): string {
  return renderToStaticMarkup(
    <PaintedCard
      view={viewOf(root)}
      onGesture={() => Promise.resolve()}
      drafts={createFormDrafts()}
      lang="zh"
      {...options}
    />,
  );
}

export function frame(key = 'n1', component = 'Test'): NodeFrame {
  return { key, nodeId: key, component };
}

export const plainStyle: TextStyle = { size: 15, lineHeight: 22, colour: '#171a1d' };

export const enabledTap = { does: 'request', enabled: true } as const;

export function textNode(text: string, more: Partial<ViewNode & { kind: 'text' }> = {}): ViewNode {
  return {
    ...frame(more.key ?? `t-${text}`, 'BaseText'),
    kind: 'text',
    text,
    style: plainStyle,
    align: 'left',
    maxLines: 2,
    ...more,
  };
}

export function boxNode(
  children: readonly ViewNode[],
  more: Partial<ViewNode & { kind: 'box' }> = {},
): ViewNode {
  return {
    ...frame(more.key ?? 'box', 'Grid'),
    kind: 'box',
    role: 'grid',
    direction: 'column',
    align: 'start',
    justify: 'start',
    children,
    ...more,
  };
}

export function buttonNode(
  text: string,
  more: Partial<ViewNode & { kind: 'button' }> = {},
): ViewNode {
  return {
    ...frame(more.key ?? `b-${text}`, 'SingleButton'),
    kind: 'button',
    text,
    colour: 'blue',
    state: 'normal',
    tap: enabledTap,
    ...more,
  };
}
