import { isJsonObject, type JsonValue } from '../base/json-text.js';
import type { DtcardEvent } from './event.js';

/** Names of people and chats, learnt from the events: callbacks carry ids only. */
export interface KnownNames {
  apply(event: DtcardEvent): void;
  nameOf(userId: string): string | undefined;
  /** The name, else the id itself. */
  person(userId: string): string;
  /** A chat by conversationId, or a person by userId. */
  place(spaceId: string): string;
}

export function createKnownNames(): KnownNames {
  const people = new Map<string, string>();
  const chats = new Map<string, string>();

  function learn(
    list: JsonValue | undefined,
    id: string,
    name: string,
    into: Map<string, string>,
  ): void {
    if (!Array.isArray(list)) return;
    for (const entry of list as readonly JsonValue[]) {
      if (!isJsonObject(entry)) continue;
      const key = entry[id];
      const value = entry[name];
      if (typeof key === 'string' && typeof value === 'string' && value !== '')
        into.set(key, value);
    }
  }

  return {
    apply(event) {
      if (event.type === 'message.received') {
        const { senderStaffId, senderNick, conversationId, conversationTitle } = event.message;
        if (senderStaffId && senderNick) people.set(senderStaffId, senderNick);
        if (conversationId && conversationTitle) chats.set(conversationId, conversationTitle);
      } else if (event.type === 'simulator.reported' && event.event === 'started') {
        learn(event.detail['people'], 'userId', 'name', people);
        learn(event.detail['conversations'], 'conversationId', 'title', chats);
      }
    },
    nameOf: (userId) => people.get(userId),
    person: (userId) => people.get(userId) ?? userId,
    place: (spaceId) => chats.get(spaceId) ?? people.get(spaceId) ?? spaceId,
  };
}
