import type { Settings } from '../settings.js';
import type { SimConversation, SimPerson } from '../world.js';

/** `GET /_dtcard/state`. */
export interface WorldState {
  readonly clientId: string;
  readonly apps: readonly WorldApp[];
  readonly people: readonly SimPerson[];
  readonly conversations: readonly SimConversation[];
  readonly settings: Settings;
  readonly connections: readonly { readonly connectionId: string; readonly state: string }[];
  readonly lastEventSeq: number;
}

export interface WorldApp {
  readonly clientId: string;
  readonly robotCode: string;
  readonly name: string;
}

export function personName(world: WorldState, userId: string): string {
  return world.people.find((person) => person.userId === userId)?.name ?? userId;
}

export function botName(world: WorldState, robotCode: string | undefined): string {
  return world.apps.find((app) => app.robotCode === robotCode)?.name ?? world.apps[0]?.name ?? '';
}

/** The chats somebody is in, with what they are called on their side: their chat with a bot has its name. */
export interface OwnChat {
  readonly conversationId: string;
  readonly title: string;
  readonly group: boolean;
  readonly members: number;
  /** Whether something can be written there: cards may reach people who have no chat with the bot. */
  readonly writable: boolean;
}

export function chatsOf(world: WorldState, userId: string): readonly OwnChat[] {
  return world.conversations
    .filter(({ members }) => members.includes(userId))
    .map(({ conversationId, type, title, members, robots }) => ({
      conversationId,
      title: type === 'group' ? title : botName(world, robots[0]),
      group: type === 'group',
      members: members.length,
      writable: robots.length > 0,
    }));
}

/** Where cards land that were sent to a person who has no chat with the bot in this world. */
export function looseChatId(userId: string): string {
  return `robot:${userId}`;
}

/** The chat a delivery shows up in (card-openapi §2.3). */
export function chatOfDelivery(world: WorldState, spaceType: string, spaceId: string): string {
  if (spaceType !== 'IM_ROBOT' && spaceType !== 'CO_FEED') return spaceId;
  const person = world.people.find(
    ({ userId, unionId }) => userId === spaceId || unionId === spaceId,
  );
  const userId = person?.userId ?? spaceId;
  const single = world.conversations.find(
    ({ type, members }) => type === 'single' && members[0] === userId,
  );
  return single?.conversationId ?? looseChatId(userId);
}
