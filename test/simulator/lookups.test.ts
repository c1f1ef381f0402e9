import { describe, expect, it } from 'vitest';
import { createDirectory } from '../../src/simulator/directory.js';
import {
  findCard,
  findConversation,
  findPerson,
  robotOf,
  usualConversation,
} from '../../src/simulator/lookups.js';
import { createWorld, type SimConversation, type World } from '../../src/simulator/world.js';
import { simGroup, simSingle } from '../support/sim-card.js';

const known = (world: World) => ({ world, directory: createDirectory(world) });
const usual = known(createWorld());

describe('people', () => {
  it('are found by userId and by name', () => {
    expect(findPerson(usual, 'user002').name).toBe('李四');
    expect(findPerson(usual, '李四').userId).toBe('user002');
  });

  it('must not be found by a name two have', () => {
    const { people } = createWorld();
    const twins = people.map((person) => ({ ...person, name: '张三' }));
    expect(() => findPerson(known(createWorld({ people: twins })), '张三')).toThrow(
      /3 people are called "张三".*user002/,
    );
  });

  it('are not found by what every object has', () => {
    for (const name of ['__proto__', 'constructor', '', 'MANAGER01']) {
      expect(() => findPerson(usual, name)).toThrow(/unknown-person/);
    }
  });
});

describe('conversations', () => {
  it('are found by id, case included, and by title', () => {
    expect(findConversation(usual, simGroup).title).toBe('项目组');
    expect(findConversation(usual, '项目组').conversationId).toBe(simGroup);
    expect(() => findConversation(usual, simGroup.toLowerCase())).toThrow(/unknown-conversation/);
  });

  it('a message without one goes to a group, else to the person’s own chat', () => {
    expect(usualConversation(usual, findPerson(usual, '张三')).conversationId).toBe(simGroup);
    expect(usualConversation(usual, findPerson(usual, '李四')).conversationId).toBe(simGroup);
    const singles = usual.world.conversations.filter((chat) => chat.type === 'single');
    const alone = known(createWorld({ conversations: singles }));
    expect(usualConversation(alone, findPerson(alone, '张三')).conversationId).toBe(simSingle);
    const none = known(createWorld({ conversations: [] }));
    expect(() => usualConversation(none, findPerson(none, '张三'))).toThrow(/no-robot/);
  });

  it('have a bot, or say that they have none', () => {
    const group = findConversation(usual, '项目组');
    expect(robotOf(usual, group).clientId).toBe(usual.world.apps[0]?.clientId);
    const without: SimConversation = { ...group, robots: ['dinggone'] };
    expect(() => robotOf(usual, without)).toThrow(/no-robot/);
  });
});

describe('cards', () => {
  it('say which ones there are when one is not', () => {
    const list = ['a', 'b'].map((outTrackId) => ({ outTrackId }));
    const cards = { get: () => undefined, latest: () => undefined, list: () => list } as never;
    expect(() => findCard({ cards }, 'c')).toThrow(/no card "c"; newest: a, b/);
    expect(() => findCard({ cards }, 'latest')).toThrow(/no card was created yet/);
  });
});
