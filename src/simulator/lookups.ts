import type { SimCard } from './card-store.js';
import { refusal } from './refusal.js';
import type { SimContext } from './sim-context.js';
import type { SimApp, SimConversation, SimPerson } from './world.js';

type Known = Pick<SimContext, 'world' | 'directory'>;

/**
 * A person by userId, else by name when exactly one has it.
 * @throws E5002 `unknown-person`, with the known ones
 */
export function findPerson({ world, directory }: Known, named: string): SimPerson {
  const byId = directory.person(named);
  if (byId) return byId;
  const byName = world.people.filter((person) => person.name === named);
  if (byName.length === 1) return byName[0] as SimPerson;
  const known = world.people.map((person) => `${person.name} (${person.userId})`).join(', ');
  const problem = byName.length > 1 ? `${byName.length} people are called` : 'nobody is called';
  throw refusal('unknown-person', `${problem} ${JSON.stringify(named)}; known: ${known}`);
}

/**
 * A conversation by conversationId, else by title when exactly one has it.
 * @throws E5002 `unknown-conversation`, with the known ones
 */
export function findConversation({ world, directory }: Known, named: string): SimConversation {
  const byId = directory.conversation(named);
  if (byId) return byId;
  const byTitle = world.conversations.filter((chat) => chat.title === named);
  if (byTitle.length === 1) return byTitle[0] as SimConversation;
  const known = world.conversations
    .map((chat) => `${chat.title} (${chat.conversationId})`)
    .join(', ');
  throw refusal('unknown-conversation', `no chat ${JSON.stringify(named)}; known: ${known}`);
}

/**
 * Where a message without a conversation goes: the first group the person shares with a bot, where
 * others see what becomes of it, else their own chat with one.
 * @throws E5002 `no-robot`
 */
export function usualConversation({ world }: Known, person: SimPerson): SimConversation {
  const own = world.conversations.filter(
    (chat) => chat.members.includes(person.userId) && chat.robots.length > 0,
  );
  const found = own.find((chat) => chat.type === 'group') ?? own[0];
  if (found) return found;
  throw refusal('no-robot', `${person.name} (${person.userId}) shares no chat with a bot`);
}

/** @throws E5002 `no-robot` */
export function robotOf({ world }: Known, conversation: SimConversation): SimApp {
  const app = world.apps.find(({ robotCode }) => conversation.robots.includes(robotCode));
  if (app) return app;
  throw refusal('no-robot', `no bot is in the chat ${JSON.stringify(conversation.title)}`);
}

/**
 * A card by outTrackId, or the newest one as `latest`.
 * @throws E5002 `unknown-card`
 */
export function findCard({ cards }: Pick<SimContext, 'cards'>, outTrackId: string): SimCard {
  const card = outTrackId === 'latest' ? cards.latest() : cards.get(outTrackId);
  if (card) return card;
  if (outTrackId === 'latest') throw refusal('unknown-card', 'no card was created yet');
  const newest = cards.list().slice(-5);
  const names = newest.map((item) => item.outTrackId).join(', ') || 'none';
  throw refusal('unknown-card', `no card ${JSON.stringify(outTrackId)}; newest: ${names}`);
}
