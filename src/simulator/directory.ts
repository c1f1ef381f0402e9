import type { SimApp, SimConversation, SimPerson, SimTemplate, World } from './world.js';

/** userIdType of the card and robot APIs (card-openapi §2.2). */
export type UserIdType = 1 | 2;

/** The world, found by id. Ids are compared exactly, case included (card-openapi §2.3). */
export interface Directory {
  app(clientId: string): SimApp | undefined;
  /** @param id a userId, or a unionId with `userIdType` 2 */
  person(id: string, userIdType?: UserIdType): SimPerson | undefined;
  conversation(conversationId: string): SimConversation | undefined;
  template(cardTemplateId: string): SimTemplate | undefined;
  templates(): readonly SimTemplate[];
  /** Adds a template, or puts it in the place of the one with its id. */
  setTemplate(template: SimTemplate): void;
  /** The one-to-one chat of a person with a robot. */
  singleChat(userId: string, robotCode: string): SimConversation | undefined;
}

export function createDirectory(world: World): Directory {
  const apps = new Map(world.apps.map((app) => [app.clientId, app]));
  const byUserId = new Map(world.people.map((person) => [person.userId, person]));
  const byUnionId = new Map(world.people.map((person) => [person.unionId, person]));
  const conversations = new Map(world.conversations.map((chat) => [chat.conversationId, chat]));
  const templates = new Map(world.templates.map((item) => [item.cardTemplateId, item]));
  const singles = new Map<string, SimConversation>();
  for (const chat of world.conversations) {
    const userId = chat.members[0];
    if (chat.type !== 'single' || userId === undefined) continue;
    for (const robotCode of chat.robots) singles.set(`${robotCode}\n${userId}`, chat);
  }
  return {
    app: (clientId) => apps.get(clientId),
    person: (id, userIdType = 1) => (userIdType === 2 ? byUnionId : byUserId).get(id),
    conversation: (conversationId) => conversations.get(conversationId),
    template: (cardTemplateId) => templates.get(cardTemplateId),
    templates: () => [...templates.values()],
    setTemplate: (template) => void templates.set(template.cardTemplateId, template),
    singleChat: (userId, robotCode) => singles.get(`${robotCode}\n${userId}`),
  };
}
