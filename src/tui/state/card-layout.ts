import type { CardPrompt } from './card-ui.js';
import type { Layout } from './layout.js';

/** How the screen of a card is divided below its title. All numbers are cells. */
export interface CardAreas {
  /** Of the card. */
  readonly width: number;
  readonly rows: number;
  /** What is said about it, and what it asks: beside it where there is room, else below a rule. */
  readonly panel: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly rows: number;
  };
}

/** Cards are not read any wider than this. */
const widestCard = 80;
const panelRows = 3;

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
  const wanted = prompt?.is === 'list' ? Math.min(prompt.items.length, 8) + 1 : panelRows;
  // A question may take half of the screen, everything else a quarter.
  const least = prompt ? 2 : 1;
  const rows = Math.max(least, Math.min(wanted, Math.floor(room / (prompt ? 2 : 4))));
  const cardRows = Math.max(0, room - rows - 1);
  const panelTop = top + cardRows + 1;
  return { width, rows: cardRows, panel: { left: 0, top: panelTop, width: columns, rows } };
}
