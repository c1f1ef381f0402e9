import { type Exchange, isUnanswered } from '../../log/exchange.js';
import type { ViewData } from './view-data.js';

/** The one callback that the panel is about and that keys decide. */
export interface Focus {
  readonly exchange: Exchange | undefined;
  /** Callbacks that wait for a person, the focused one among them. */
  readonly count: number;
  /** It went on from the one before without the person's doing. */
  readonly moved?: FocusMove;
}

export interface FocusMove {
  readonly from: Exchange | undefined;
  readonly atMs: number;
}

export interface QueueFocus {
  /**
   * @param opened the exchangeId the person opened: has the focus whatever becomes of it
   * @param picked the exchangeId of the row the person selected: has it while it is undecided
   */
  read(data: ViewData, opened: string | undefined, picked: string | undefined): Focus;
  /** The person decides it now: that the focus goes on from there surprises nobody. */
  leave(exchangeId: string): void;
}

/** A key pressed this soon after the focus moved by itself was meant for the one before. */
export const surpriseMs = 350;

/** How long the panel says that it moved. */
export const movedNoteMs = 3000;

/** Whether anything of the queue can still be answered; the rest can only be updated. */
export function isAnyUnanswered({ hand, exchanges }: ViewData): boolean {
  for (const id of hand.ids()) {
    const exchange = exchanges.get(id);
    if (exchange && isUnanswered(exchange)) return true;
  }
  return false;
}

/** Follows the head of the queue, unless the person chose another callback. */
export function createQueueFocus(): QueueFocus {
  let focused: string | undefined;
  let moved: FocusMove | undefined;

  /** Somebody else decided it, or one whose time runs came before one that an earlier run left. */
  function isByItself({ hand }: ViewData, opened: string | undefined, picked: string | undefined) {
    if (focused === undefined || opened !== undefined) return false;
    return !hand.isOpen(focused) || (picked === undefined && hand.isLeftOver(focused));
  }

  return {
    read(data, opened, picked) {
      const exchange = chosen(data, opened, picked);
      const { hand, exchanges, nowMs } = data;
      const next = exchange?.exchangeId;
      if (next !== focused) {
        moved = isByItself(data, opened, picked)
          ? { from: exchanges.get(focused ?? ''), atMs: nowMs }
          : undefined;
        focused = next;
      }
      if (moved && nowMs - moved.atMs > movedNoteMs) moved = undefined;
      const isOutside = exchange !== undefined && !hand.has(exchange.exchangeId);
      const count = hand.size + (isOutside && hand.isOpen(exchange.exchangeId) ? 1 : 0);
      return { exchange, count, ...(moved && exchange ? { moved } : {}) };
    },
    leave(exchangeId) {
      if (focused === exchangeId) focused = undefined;
      moved = undefined;
    },
  };
}

function chosen(
  { hand, exchanges }: ViewData,
  opened: string | undefined,
  picked: string | undefined,
): Exchange | undefined {
  if (opened !== undefined) return exchanges.get(opened);
  if (picked !== undefined && hand.isOpen(picked)) return exchanges.get(picked);
  for (const id of hand.ids()) {
    const exchange = exchanges.get(id);
    if (exchange) return exchange;
  }
  return undefined;
}
