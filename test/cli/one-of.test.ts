import { describe, expect, it } from 'vitest';
import { oneOf } from '../../src/cli/one-of.js';

describe('an option with a few values', () => {
  it('is the value that was given', () => {
    expect(oneOf('b', '--x', ['a', 'b'] as const)).toBe('b');
  });

  it('names what may be chosen', () => {
    expect(() => oneOf('c', '--x', ['a', 'b'])).toThrow(
      expect.objectContaining({ params: expect.objectContaining({ choices: 'a, b' }) }),
    );
  });
});
