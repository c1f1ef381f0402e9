import type { ViewNode } from '../card/view/view-node.js';
import type { TextStyle } from '../card/view/view-style.js';
import type { Translate } from '../i18n/translate.js';
import type { Block, RegionSeed } from './block.js';
import type { Look, PaintOptions, RegionPart } from './painted-card.js';
import type { Palette } from './palette.js';

/** What every part of a painting is made with. */
export interface PaintContext {
  readonly options: PaintOptions;
  readonly palette: Palette;
  readonly t: Translate;
  readonly budget: PaintBudget;
}

/** Where a node stands. */
export interface PaintPlace {
  readonly context: PaintContext;
  readonly depth: number;
  /** Background painted under it. */
  readonly under: string | undefined;
  readonly inRow: boolean;
  /** Paints a child. Undefined: the card is full. */
  child(
    node: ViewNode,
    part?: { readonly under?: string; readonly inRow?: boolean },
  ): Block | undefined;
}

/** How much of a card is painted: what comes after that is only counted. */
export interface PaintBudget {
  nodes: number;
  characters: number;
}

export const paintLimits = { nodes: 5000, characters: 120_000, depth: 48, lines: 4000 } as const;

/** As much of the text as is left to paint; a cut text ends in `…`. */
export function rationed(text: string, { budget }: PaintContext): string {
  if (text.length <= budget.characters) {
    budget.characters -= text.length;
    return text;
  }
  const cut = text.slice(0, Math.max(0, budget.characters));
  budget.characters = 0;
  return `${cut}…`;
}

export function textLook(style: TextStyle, place: PaintPlace): Look {
  return {
    ...place.context.palette.text(style.colour, place.under),
    ...(style.bold || style.size >= 20 ? { bold: true } : {}),
    ...(style.italic ? { italic: true } : {}),
    ...(style.strike ? { strike: true } : {}),
  };
}

/** Secondary text. */
export function quietLook(place: PaintPlace): Look {
  return { ...plainLook(place), dim: true };
}

export function plainLook({ context, under }: PaintPlace): Look {
  return context.palette.text(undefined, under);
}

export function regionOf(node: ViewNode, part?: RegionPart, key = node.key): RegionSeed {
  if (part === undefined) return { id: key, key, node };
  return { id: `${key}#${partName(part)}`, key, node, part };
}

function partName(part: RegionPart): string {
  switch (part.is) {
    case 'item':
    case 'tag':
      return `${part.is}${part.index}`;
    case 'cell':
      return `cell${part.row}.${part.column}`;
    case 'feedback':
      return part.part;
    case 'field':
      return `field.${part.name}`;
    case 'submit':
      return part.is;
  }
}
