import { expect, test } from 'vitest';
import { createDirectory } from '../../src/simulator/directory.js';
import { defaultWorld } from '../../src/simulator/world.js';

const world = defaultWorld();
const directory = createDirectory(world);

test('a person is found by the id of the type that is meant', () => {
  const [zhang] = world.people;
  expect(directory.person('manager01')).toBe(zhang);
  expect(directory.person(zhang?.unionId ?? '', 2)).toBe(zhang);
  expect(directory.person('manager01', 2)).toBeUndefined();
  expect(directory.person(zhang?.unionId ?? '')).toBeUndefined();
});

test('conversation ids are compared with their case', () => {
  const [group] = world.conversations;
  expect(directory.conversation(group?.conversationId ?? '')).toBe(group);
  expect(directory.conversation(group?.conversationId.toLowerCase() ?? '')).toBeUndefined();
});

test('the chat of a person with a robot is no group', () => {
  const robotCode = world.apps[0]?.robotCode ?? '';
  expect(directory.singleChat('manager01', robotCode)?.type).toBe('single');
  expect(directory.singleChat('user002', robotCode)).toBeUndefined();
  expect(directory.singleChat('manager01', 'other')).toBeUndefined();
});

test('names every object has are no ids', () => {
  expect(directory.app('constructor')).toBeUndefined();
  expect(directory.person('__proto__')).toBeUndefined();
  expect(directory.template('toString')).toBeUndefined();
});
