import type { BotMessage } from '../protocol/bot-message.js';
import type { Because, DtcardEvent, EventOf, EventType } from './event.js';
import type { Projection } from './event-log.js';
import { createKnownNames } from './known-names.js';

/**
 * One line of the feed. Rows about an exchange or a card only name it: what has become of it is in
 * the exchanges and cards projections, so a row never disagrees with its detail.
 */
export type FeedRow = { readonly seq: number; readonly atMs: number } & (
  | MessageRow
  | { readonly kind: 'exchange'; readonly exchangeId: string }
  | { readonly kind: 'card'; readonly outTrackId: string }
  | { readonly kind: 'event'; readonly event: EventOf<SingleEvent> }
);

export type MessageOutcome = 'received' | 'carded' | 'failed' | 'unanswered';

export interface MessageRow {
  readonly kind: 'message';
  readonly message: BotMessage;
  readonly raw: string;
  readonly outcome: MessageOutcome;
  readonly rule?: string;
  /** From the message to the card's delivery. */
  readonly tookMs?: number;
  readonly duplicates: number;
}

/** Events that are a row of their own. */
export type SingleEvent =
  | 'api.failed'
  | 'notice'
  | 'connection.opened'
  | 'connection.lost'
  | 'connection.draining'
  | 'connection.refused'
  | 'rules.loaded'
  | 'rules.rejected'
  | 'rules.switched'
  | 'rules.pinned'
  | 'rule.scriptFailed'
  | 'callback.holdFailed'
  | 'forward.health'
  | 'split.suspected'
  | 'frame.malformed';

const singles: ReadonlySet<EventType> = new Set<SingleEvent>([
  'api.failed',
  'notice',
  'connection.opened',
  'connection.lost',
  'connection.draining',
  'connection.refused',
  'rules.loaded',
  'rules.rejected',
  'rules.switched',
  'rules.pinned',
  'rule.scriptFailed',
  'callback.holdFailed',
  'forward.health',
  'split.suspected',
  'frame.malformed',
]);

export interface FeedView {
  /** Oldest first, ascending `seq`. */
  readonly rows: readonly FeedRow[];
  /** Rows that were dropped from the front. */
  readonly dropped: number;
  /** Nickname last seen with this userId. */
  nickOf(userId: string): string | undefined;
  /** A chat's title or a person's name by its id, else the id. */
  placeOf(spaceId: string): string;
  /** The newest message of every conversation, newest first. */
  conversations(): readonly BotMessage[];
}

/** @param capacity rows kept; up to a quarter more stand until they are dropped together */
export function createFeedProjection(capacity = 10_000): Projection<FeedView> {
  let rows: FeedRow[] = [];
  let dropped = 0;
  let version = 0;
  /** Absolute index of the row of a message, exchange or card; what has no id is never found again. */
  const placeOf = new Map<string, number>();
  const names = createKnownNames();
  const conversations = new Map<string, BotMessage>();

  function push(row: FeedRow, key?: string): void {
    if (key !== undefined && !key.endsWith(' ')) placeOf.set(key, dropped + rows.length);
    rows.push(row);
    version++;
    if (rows.length <= capacity + Math.max(1, capacity >> 2)) return;
    const excess = rows.length - capacity;
    rows = rows.slice(excess);
    dropped += excess;
    for (const [known, place] of placeOf) if (place < dropped) placeOf.delete(known);
  }

  function change(key: string, next: (row: FeedRow) => FeedRow): void {
    const place = placeOf.get(key);
    const row = place === undefined ? undefined : rows[place - dropped];
    if (place === undefined || row === undefined) return;
    const changed = next(row);
    if (changed === row) return;
    rows[place - dropped] = changed;
    version++;
  }

  function changeMessage(msgId: string | undefined, part: Partial<MessageRow>): void {
    if (msgId === undefined) return;
    change(`message ${msgId}`, (row) => (row.kind === 'message' ? { ...row, ...part } : row));
  }

  function receive(event: EventOf<'message.received'>): void {
    const { message, raw, seq, atMs } = event;
    remember(conversations, message.conversationId, message);
    push(
      { kind: 'message', seq, atMs, message, raw, outcome: 'received', duplicates: 0 },
      `message ${message.msgId}`,
    );
  }

  function delivered(because: Because, success: boolean, atMs: number): void {
    change(`message ${because.msgId ?? ''}`, (row) =>
      row.kind === 'message' && row.outcome !== 'failed'
        ? {
            ...row,
            outcome: success ? 'carded' : 'failed',
            tookMs: row.tookMs ?? atMs - row.atMs,
          }
        : row,
    );
  }

  function apply(event: DtcardEvent): void {
    const { seq, atMs } = event;
    names.apply(event);
    switch (event.type) {
      case 'message.received':
        return receive(event);
      case 'message.duplicate':
        return change(`message ${event.msgId}`, (row) =>
          row.kind === 'message' ? { ...row, duplicates: row.duplicates + 1 } : row,
        );
      case 'message.unanswered':
        return changeMessage(event.msgId, { outcome: 'unanswered' });
      case 'rule.matched':
        if (event.on === 'message') changeMessage(event.subject, { rule: event.rule });
        return;
      case 'callback.received':
      case 'callback.restored':
        return push(
          { kind: 'exchange', seq, atMs, exchangeId: event.exchangeId },
          `exchange ${event.exchangeId}`,
        );
      case 'card.created':
      case 'card.failed': {
        const key = `card ${event.outTrackId}`;
        if (event.type === 'card.failed') changeMessage(event.because.msgId, { outcome: 'failed' });
        if (placeOf.has(key)) return;
        return push({ kind: 'card', seq, atMs, outTrackId: event.outTrackId }, key);
      }
      case 'card.delivered':
        return delivered(event.because, true, atMs);
      case 'card.undelivered':
        return delivered(event.because, false, atMs);
      default:
        if (isSingle(event)) push({ kind: 'event', seq, atMs, event });
    }
  }

  const view: FeedView = {
    get rows() {
      return rows;
    },
    get dropped() {
      return dropped;
    },
    nickOf: (userId) => names.nameOf(userId),
    placeOf: (spaceId) => names.place(spaceId),
    conversations: () => [...conversations.values()].reverse(),
  };

  return {
    get version() {
      return version;
    },
    read: () => view,
    apply,
  };
}

function isSingle(event: DtcardEvent): event is EventOf<SingleEvent> {
  return singles.has(event.type);
}

/** Keeps the newest thousand, the newest last. */
function remember<T>(map: Map<string, T>, key: string, value: T): void {
  if (key === '' || value === '') return;
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= 1000) return;
    map.delete(oldest);
  }
}
