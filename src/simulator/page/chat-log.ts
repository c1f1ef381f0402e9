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
  const placed = new Set<string>();
  let lastSeq = 0;

  function add(conversationId: string, entry: ChatEntry): void {
    const entries = chats.get(conversationId) ?? [];
    chats.set(conversationId, entries);
    entries.push(entry);
    if (entries.length > ENTRIES_KEPT) entries.shift();
  }

  function addDelivery(
    outTrackId: string,
    { spaceType, spaceId }: LostCard['deliveries'][number],
    key: string,
    atMs: number,
  ): void {
    const topbox = spaceType === 'ONE_BOX';
    const chat = chatOfDelivery(world, spaceType, spaceId);
    placed.add(`${outTrackId}\n${spaceType}\n${spaceId}`);
    add(chat, { kind: 'card', key, atMs, outTrackId, topbox });
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
        addDelivery(event.outTrackId, event, key, atMs);
      }
    },
    addCard({ outTrackId, createdAtMs, deliveries }) {
      for (const delivery of deliveries) {
        const { spaceType, spaceId } = delivery;
        if (placed.has(`${outTrackId}\n${spaceType}\n${spaceId}`)) continue;
        addDelivery(outTrackId, delivery, `card:${outTrackId}:${spaceId}`, createdAtMs);
      }
    },
  };
}
