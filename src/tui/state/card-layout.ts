import type { CardPrompt } from './card-ui.js';
import type { Layout } from './layout.js';

/** How the screen of a card is divided below its title. All numbers are cells. */
export interface CardAreas {
  /** Of the card. */
  readonly width: number;
  readonly rows: number;
  /** What is said about it, and what it asks: beside it where there is room, else below. */
  readonly panel: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly rows: number;
  };
}

/** Cards are not read any wider than this. */
const widestCard = 80;
const panelRows = 4;

export function cardAreas(
  { mode, columns, bodyTop, bodyHeight }: Exclude<Layout, { readonly mode: 'tooSmall' }>,
  prompt: CardPrompt | undefined,
): CardAreas {
  const top = bodyTop + 1;
  const room = bodyHeight - 1;
  if (mode === 'wide') {
    const width = Math.min(widestCard, Math.floor(columns * 0.6));
    const left = width + 3;
    return { width, rows: room, panel: { left, top, width: columns - left, rows: room } };
  }
  const width = Math.min(widestCard, columns);
  const wanted = prompt?.is === 'list' ? Math.min(prompt.items.length, 8) + 2 : panelRows;
  // The card keeps three rows at least, whatever it asks.
  const rows = Math.max(2, Math.min(wanted, Math.max(Math.floor(room / 2), 2), room - 3));
  const cardRows = room - rows;
  return { width, rows: cardRows, panel: { left: 0, top: top + cardRows, width: columns, rows } };
}
