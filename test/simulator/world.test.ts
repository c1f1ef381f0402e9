import { expect, test } from 'vitest';
import { builtinCredentials } from '../../src/base/builtin-credentials.js';
import { createWorld, defaultWorld } from '../../src/simulator/world.js';

test('the default world: three people, a group with the bot, one chat with the bot', () => {
  const world = defaultWorld();
  expect(world.people.map(({ name, userId }) => [name, userId])).toEqual([
    ['张三', 'manager01'],
    ['李四', 'user002'],
    ['王五', 'user003'],
  ]);
  const { clientId } = builtinCredentials;
  expect(world.apps).toMatchObject([{ clientId, robotCode: clientId }]);
  expect(world.conversations).toMatchObject([
    { type: 'group', members: ['manager01', 'user002', 'user003'], robots: [clientId] },
    { type: 'single', members: ['manager01'], robots: [clientId] },
  ]);
  const ids = world.people.flatMap((person) => [person.userId, person.unionId, person.senderId]);
  expect(new Set(ids).size).toBe(9);
  expect(world.people.every(({ senderId }) => senderId.startsWith('$:LWCP_v1:$'))).toBe(true);
});

test('it is data: written and read again it is the same', () => {
  expect(JSON.parse(JSON.stringify(defaultWorld()))).toEqual(defaultWorld());
});

test('parts may be replaced', () => {
  const world = createWorld({ people: [], corpId: 'dingother' });
  expect(world).toEqual({ ...defaultWorld(), people: [], corpId: 'dingother' });
});
