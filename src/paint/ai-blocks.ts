import type { FeedbackNode, PendingNode } from '../card/view/view-node.js';
import { type Block, block, textBlock } from './block.js';
import { ruleBlock } from './box-block.js';
import { type PaintPlace, plainLook, quietLook, rationed, regionOf } from './paint-context.js';
import type { RegionPart } from './painted-card.js';

/** A sign that stands still: a terminal that redraws for a spinner is never quiet. */
export function pendingBlock(node: PendingNode, place: PaintPlace): Block {
  const text = [node.icon ? '◌' : '', node.tip].filter(Boolean).join(' ');
  return textBlock([{ text: rationed(text, place.context), look: quietLook(place) }]);
}

type FeedbackPart = Extract<RegionPart, { is: 'feedback' }>['part'];

export function feedbackBlock(node: FeedbackNode, place: PaintPlace): Block {
  const { t } = place.context;
  const parts: readonly (readonly [FeedbackPart, string, boolean])[] = [
    ['copy', `⧉ ${t('paint.copy')}`, node.copy],
    ['refresh', `↻ ${t('paint.refresh')}`, node.refresh],
    ['share', `↗ ${t('paint.share')}`, node.share],
    ['like', '👍', node.likeDislike],
    ['dislike', '👎', node.likeDislike],
  ];
  const buttons = parts
    .filter(([, , isThere]) => isThere)
    .map(([part, text]) => {
      const isChosen = part === node.chosen;
      const look = isChosen ? { ...plainLook(place), bold: true } : quietLook(place);
      return textBlock([{ text: isChosen ? `[${text}]` : text, look }], {
        width: { kind: 'fit' },
        region: regionOf(node, { is: 'feedback', part }),
      });
    });
  const own = node.children.flatMap((child) => place.child(child, { inRow: true }) ?? []);
  const bar = block({
    direction: 'row',
    align: 'start',
    justify: own.length > 0 ? 'between' : 'start',
    gap: 2,
    wrap: true,
    children: [
      ...own,
      block({ direction: 'row', gap: 2, width: { kind: 'fit' }, children: buttons }),
    ],
  });
  return node.divider ? block({ children: [ruleBlock(quietLook(place)), bar] }) : bar;
}
