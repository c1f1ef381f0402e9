import { describe, expect, it } from 'vitest';
import { createRuleMemory } from '../../src/answer/rule-memory.js';

describe('the memory of rules', () => {
  it('counts by rule and by key', () => {
    const memory = createRuleMemory();
    memory.use('accept', 'user1');
    memory.use('accept', 'user1');
    memory.use('accept', 'user2');
    memory.use('reject', 'user1');
    expect(memory.usesOf('accept', 'user1')).toBe(2);
    expect(memory.usesOf('accept', 'user2')).toBe(1);
    expect(memory.usesOf('reject', 'user1')).toBe(1);
    expect(memory.usesOf('reject', 'user2')).toBe(0);
  });

  it('never forgets what all together used', () => {
    const memory = createRuleMemory(1);
    memory.use('first', '');
    memory.use('votes', '1');
    memory.use('votes', '2');
    expect(memory.usesOf('first', '')).toBe(1);
    expect(memory.usesOf('votes', '1')).toBe(0);
  });

  it('forgets the longest unused first', () => {
    const memory = createRuleMemory(2);
    memory.use('a', '1');
    memory.use('a', '2');
    memory.use('a', '1');
    memory.use('a', '3');
    expect(memory.usesOf('a', '1')).toBe(2);
    expect(memory.usesOf('a', '2')).toBe(0);
  });
});
