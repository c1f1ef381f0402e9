import type { Slot } from '../../answer/slots.js';
import type { FeedRow } from '../../log/feed.js';
import { type DetailText, detailText } from '../components/detail-lines.js';
import type { CardDesk, CardFrame } from './card-desk.js';
import { cardAreas } from './card-layout.js';
import { type Layout, layoutOf } from './layout.js';
import { indexOfSeq, type ListWindow, windowOf } from './list-window.js';
import { dockHeight } from './panel-dock.js';
import { createQueueFocus, type Focus } from './queue-focus.js';
import { createShowRows, type ShownRows } from './shown-rows.js';
import type { SlotsOf } from './slotting.js';
import { initialUi, type UiState } from './ui-state.js';
import type { ViewData } from './view-data.js';

/** What keys are about, at the moment they are pressed. */
export interface Now {
  readonly data: ViewData;
  readonly focus: Focus;
  /** Prepared answers for the focused callback. */
  readonly slots: readonly Slot[];
}

/** Everything one frame is painted from. */
export interface Frame extends Now {
  readonly ui: UiState;
  readonly layout: Layout;
  readonly shown: ShownRows;
  readonly list: ListWindow;
  readonly selected: FeedRow | undefined;
  readonly detail: DetailText;
  /** While a card is on the screen. */
  readonly card?: CardFrame;
}

export interface UiStore {
  ui(): UiState;
  change(part: Partial<UiState>): void;
  /** As things are now, without waiting for the next frame. */
  current(): Frame;
  /** The part of it that deciding needs; cheap enough for every key of a burst. */
  now(): Now;
  /** The person decides this callback now. */
  leave(exchangeId: string): void;
  /** The frame on the screen. */
  readonly frame: () => Frame;
  readonly subscribe: (listener: () => void) => () => void;
  /** Makes the current state the frame and tells those who paint. */
  publish(): void;
}

export interface UiStoreDeps {
  readonly size: () => { readonly columns: number; readonly rows: number };
  readonly data: () => ViewData;
  /** Absent: nothing is prepared. */
  readonly slotsOf?: SlotsOf;
  readonly cards?: CardDesk;
  /** What the project calls a cardTemplateId. */
  readonly aliasesOf?: (cardTemplateId: string) => readonly string[];
}

export function createUiStore(deps: UiStoreDeps): UiStore {
  const { size, data, cards, aliasesOf, slotsOf = () => [] } = deps;
  const queue = createQueueFocus();
  const showRows = createShowRows(aliasesOf);
  const listeners = new Set<() => void>();
  const details = createDetailMemo();
  let ui = initialUi;

  /** The callback of the row the person selected; following the newest row selects nothing. */
  function picked(view: ViewData): string | undefined {
    const { anchorSeq } = ui.list;
    if (anchorSeq === undefined) return undefined;
    const { rows } = showRows(ui.filter, view);
    const row = rows[Math.min(rows.length - 1, indexOfSeq(rows, anchorSeq))];
    return row?.kind === 'exchange' ? row.exchangeId : undefined;
  }

  function now(): Now {
    const view = data();
    const opened = ui.editing?.exchangeId ?? ui.answer?.exchangeId;
    const focus = queue.read(view, opened, picked(view));
    return { data: view, focus, slots: slotsOf(focus.exchange, view) };
  }

  function current(): Frame {
    const { columns, rows } = size();
    const { data: view, focus, slots } = now();
    const panel = dockHeight({ ui, data: view, focus, slots }, columns, rows);
    const layout = layoutOf(columns, rows, panel);
    const shown = showRows(ui.filter, view);
    const list = windowOf(shown.rows, ui.list, listRows(layout));
    const selected = shown.rows[list.selected];
    const detail =
      selected && layout.mode !== 'tooSmall'
        ? details(selected, view, layout.detailWidth - 2)
        : { lines: [], sections: [] };
    const frame: Frame = { ui, data: view, focus, slots, layout, shown, list, selected, detail };
    if (ui.screen !== 'card' || !ui.card || !cards || layout.mode === 'tooSmall') return frame;
    const { width } = cardAreas(layout, undefined);
    return { ...frame, card: cards.frame(ui.card, view, width) };
  }

  let frame = current();
  return {
    ui: () => ui,
    change(part) {
      ui = { ...ui, ...part };
    },
    current,
    now,
    leave: (exchangeId) => queue.leave(exchangeId),
    frame: () => frame,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    publish() {
      frame = current();
      for (const listener of listeners) listener();
    },
  };
}

/** Feed rows that fit; the heading takes one line. */
export function listRows(layout: Layout): number {
  if (layout.mode === 'tooSmall') return 1;
  const heading = layout.mode === 'narrow' ? 0 : 1;
  return Math.max(1, Math.floor((layout.bodyHeight - heading) / layout.rowHeight));
}

/** The last detail, as long as nothing it was written from changed. */
function createDetailMemo(): (row: FeedRow, data: ViewData, width: number) => DetailText {
  let known: { readonly key: readonly unknown[]; readonly text: DetailText } | undefined;
  return (row, data, width) => {
    const exchange = row.kind === 'exchange' ? data.exchanges.get(row.exchangeId) : undefined;
    const outTrackId = row.kind === 'card' ? row.outTrackId : exchange?.callback.outTrackId;
    const card = outTrackId === undefined ? undefined : data.cards.get(outTrackId);
    const ticking = exchange?.phase === 'waiting' ? data.nowMs : 0;
    const key = [row, exchange, card, width, data.lang, ticking];
    if (known?.key.every((part, index) => part === key[index])) return known.text;
    const text = detailText(row, data, width);
    known = { key, text };
    return text;
  };
}
