import { describe, expect, it } from 'vitest';
import {
  optionalCount,
  readMessage,
  readPushedEvent,
  readSettings,
  readTap,
} from '../../src/simulator/control-input.js';
import { createDirectory } from '../../src/simulator/directory.js';
import { createWorld } from '../../src/simulator/world.js';

const world = createWorld();
const context = { world, directory: createDirectory(world) } as never;

describe('bodies of the control API', () => {
  it('are read with their defaults', () => {
    expect(readTap({ userId: '张三' })).toEqual({
      outTrackId: 'latest',
      userId: '张三',
      actionIds: [],
      params: {},
    });
    expect(readMessage({ userId: 'a', text: '', conversationId: null })).toEqual({
      userId: 'a',
      text: '',
    });
    expect(readPushedEvent({ eventType: 'x' }, context)).toEqual({ eventType: 'x', data: {} });
    expect(readSettings({ callbackDeadlineMs: 5, legacySystemFrames: true })).toEqual({
      callbackDeadlineMs: 5,
      legacySystemFrames: true,
    });
  });

  it('name the field that is wrong', () => {
    expect(() => readTap({})).toThrow(/userId is missing/);
    expect(() => readTap({ userId: 'a', actionIds: [1] })).toThrow(/actionIds/);
    expect(() => readTap({ userId: 'a', params: 'x' })).toThrow(/params/);
    expect(() => readMessage({ userId: 'a' })).toThrow(/text is missing/);
    expect(() => readMessage({ userId: 'a', text: 5 })).toThrow(/text must be a string/);
    expect(() => readPushedEvent({ eventType: 'x', data: [] }, context)).toThrow(/data/);
    expect(() => readPushedEvent({ eventType: 'x', clientId: 'y' }, context)).toThrow(/no app "y"/);
    expect(() => readSettings({ callbackDeadlineM: 5 })).toThrow(/callbackDeadlineMs/);
    expect(() => readSettings({ callbackDeadlineMs: [5] })).toThrow(/callbackDeadlineMs/);
    expect(() => readSettings(JSON.parse('{"__proto__":1}') as never)).toThrow(/__proto__/);
  });

  it('hold whole numbers within bounds', () => {
    expect(optionalCount({}, 'times', 5)).toBeUndefined();
    expect(optionalCount({ times: 5 }, 'times', 5)).toBe(5);
    for (const times of [6, -1, 1.5, '1']) {
      expect(() => optionalCount({ times }, 'times', 5)).toThrow(/times/);
    }
  });
});
