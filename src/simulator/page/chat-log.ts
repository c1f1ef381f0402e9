import type { SimEvent } from '../sim-event.js';
import { chatOfDelivery, type WorldState } from './world-state.js';

/** One thing in the flow of a chat. */
export type ChatEntry =
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly atMs: number;
      readonly userId: string;
      readonly text: string;
      /** False: no bot was connected. */
      readonly delivered: boolean;
    }
  | {
      readonly kind: 'bot';
      readonly key: string;
      readonly atMs: number;
      readonly text: string;
      readonly markdown: boolean;
    }
  | {
      readonly kind: 'card';
      readonly key: string;
      readonly atMs: number;
      readonly outTrackId: string;
      readonly topbox: boolean;
    };

/** What every chat holds, folded from events. Entries are added at the end and never change. */
export interface ChatLog {
  apply(event: SimEvent): void;
  /** Cards whose events are no longer kept by the simulator. */
  addCard(card: LostCard): void;
  entriesOf(conversationId: string): readonly ChatEntry[];
  readonly conversationIds: readonly string[];
  readonly lastSeq: number;
}

export interface LostCard {
  readonly outTrackId: string;
  readonly createdAtMs: number;
  readonly deliveries: readonly { readonly spaceType: string; readonly spaceId: string }[];
}

/** Per chat; the oldest give way. */
const ENTRIES_KEPT = 1000;

export function createChatLog(world: WorldState): ChatLog {
  const chats = new Map<string, ChatEntry[]>();
  /** Entries by delivery: true for those that stand in for an event. */
  const placed = new Map<string, boolean>();
  let lastSeq = 0;

  function add(conversationId: string, entry: ChatEntry): void {
    const entries = chats.get(conversationId) ?? [];
    chats.set(conversationId, entries);
    entries.push(entry);
    if (entries.length > ENTRIES_KEPT) entries.shift();
  }

  /** In the place of the entry that stood in for it. */
  function addDelivered(event: Extract<SimEvent, { type: 'card.delivered' }>): void {
    const { outTrackId, spaceType, spaceId, atMs } = event;
    const chat = chatOfDelivery(world, spaceType, spaceId);
    const key = standInKey(outTrackId, event);
    if (placed.get(key)) {
      const kept = (chats.get(chat) ?? []).filter((entry) => entry.key !== key);
      chats.set(chat, kept);
    }
    placed.set(key, false);
    const topbox = spaceType === TOPBOX;
    add(chat, { kind: 'card', key: String(event.seq), atMs, outTrackId, topbox });
  }

  function addStandIn(card: LostCard, delivery: LostCard['deliveries'][number]): void {
    const { outTrackId, createdAtMs: atMs } = card;
    const key = standInKey(outTrackId, delivery);
    if (placed.has(key)) return;
    placed.set(key, true);
    const chat = chatOfDelivery(world, delivery.spaceType, delivery.spaceId);
    const entries = chats.get(chat) ?? [];
    const at = entries.findIndex((entry) => entry.atMs > atMs);
    const topbox = delivery.spaceType === TOPBOX;
    const entry: ChatEntry = { kind: 'card', key, atMs, outTrackId, topbox };
    chats.set(chat, at < 0 ? [...entries, entry] : entries.toSpliced(at, 0, entry));
  }

  return {
    get lastSeq() {
      return lastSeq;
    },
    get conversationIds() {
      return [...chats.keys()];
    },
    entriesOf: (conversationId) => chats.get(conversationId) ?? [],
    apply(event) {
      if (event.seq <= lastSeq) return;
      lastSeq = event.seq;
      const { atMs } = event;
      const key = String(event.seq);
      if (event.type === 'message.sent') {
        const { userId, text, connectionId } = event;
        const delivered = connectionId !== undefined;
        add(event.conversationId, { kind: 'message', key, atMs, userId, text, delivered });
      } else if (event.type === 'bot.message') {
        const markdown = /markdown|actioncard/i.test(event.msgtype);
        add(event.conversationId, { kind: 'bot', key, atMs, text: event.text, markdown });
      } else if (event.type === 'card.delivered') {
        addDelivered(event);
      }
    },
    addCard(card) {
      for (const delivery of card.deliveries) addStandIn(card, delivery);
    },
  };
}

const TOPBOX = 'ONE_BOX';

function standInKey(outTrackId: string, delivery: LostCard['deliveries'][number]): string {
  return `${outTrackId} ${delivery.spaceType} ${delivery.spaceId}`;
}
