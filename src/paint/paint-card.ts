import type { CardView } from '../card/view/card-view.js';
import { translator } from '../i18n/translate.js';
import { block, textBlock } from './block.js';
import { createCellGrid } from './cell-grid.js';
import { drawPlaced } from './draw-block.js';
import { layOut } from './lay-out.js';
import { rootBlock } from './node-block.js';
import { type PaintContext, paintLimits } from './paint-context.js';
import type { PaintedCard, PaintedLine, PaintOptions } from './painted-card.js';
import { createPalette } from './palette.js';

const narrowest = 16;
const widestCard = 400;

/**
 * A card as lines of a terminal, with the places of everything that can be touched. Never throws for
 * what a template or its data hold; a huge card is painted as far as is of use, and says so.
 */
export function paintCard(view: Pick<CardView, 'root'>, options: PaintOptions): PaintedCard {
  const width = Math.max(narrowest, Math.min(Math.floor(options.width) || narrowest, widestCard));
  const t = translator(options.lang);
  const palette = createPalette(options.theme, options.ground ?? 'terminal');
  const budget = { nodes: paintLimits.nodes, characters: paintLimits.characters };
  const sized: PaintOptions = { ...options, width };
  const context: PaintContext = { options: sized, palette, t, budget };
  const look = palette.text(undefined, palette.ground);
  const root = view.root
    ? rootBlock(view.root, context)
    : block({
        frame: { shape: 'dashed', look: { ...look, dim: true } },
        padding: { left: 1, right: 1, top: 0, bottom: 0 },
        children: [textBlock([{ text: t('paint.empty'), look: { ...look, dim: true } }])],
      });
  const placed = layOut(root, width);
  const height = Math.min(placed.height, paintLimits.lines);
  const grid = createCellGrid(width, height);
  const clip = { left: 0, top: 0, right: width, bottom: height };
  const regions = drawPlaced(placed, grid, clip);
  const whole = budget.nodes > 0 && budget.characters > 0 && placed.height <= height;
  const rest: readonly PaintedLine[] = whole
    ? []
    : [[{ text: t('paint.cut', { lines: height }), look: { dim: true } }]];
  return { width, lines: [...grid.lines(), ...rest], regions, whole };
}
