/** How the screen is divided, from its size alone. All numbers are cells. */
export type Layout =
  | { readonly mode: 'tooSmall' }
  | {
      readonly mode: 'wide' | 'medium' | 'narrow';
      readonly columns: number;
      readonly rows: number;
      readonly bodyTop: number;
      /** Rows between the header and the answer panel. */
      readonly bodyHeight: number;
      readonly panelTop: number;
      /** 0 without an answer panel. */
      readonly panelHeight: number;
      readonly listWidth: number;
      readonly detailLeft: number;
      readonly detailWidth: number;
      /** Rows one feed row takes. */
      readonly rowHeight: 1 | 2;
    };

export const minimumSize = { columns: 40, rows: 10 } as const;

/** Two lines and a rule. */
const headerHeight = 3;
/** A rule, a line for messages and the keys. */
const footerHeight = 3;

export function layoutOf(columns: number, rows: number, wantedPanelHeight = 0): Layout {
  if (columns < minimumSize.columns || rows < minimumSize.rows) return { mode: 'tooSmall' };
  const mode = columns >= 110 ? 'wide' : columns >= 70 ? 'medium' : 'narrow';
  const room = rows - headerHeight - footerHeight;
  // The feed keeps two rows at least: an answer never hides what is going on.
  const panelHeight = Math.max(0, Math.min(wantedPanelHeight, room - 2));
  const listWidth = mode === 'wide' ? Math.floor((columns - 1) * 0.6) : columns;
  const detailLeft = mode === 'wide' ? listWidth + 1 : 0;
  return {
    mode,
    columns,
    rows,
    bodyTop: headerHeight,
    bodyHeight: room - panelHeight,
    panelTop: headerHeight + room - panelHeight,
    panelHeight,
    listWidth,
    detailLeft,
    detailWidth: columns - detailLeft,
    rowHeight: mode === 'narrow' ? 2 : 1,
  };
}
