import { describe, expect, it } from 'vitest';
import { readCount, readDuration } from '../../src/cli/durations.js';

describe('readDuration', () => {
  it.each([
    ['500ms', 500],
    ['30s', 30_000],
    ['30', 30_000],
    ['1.5m', 90_000],
    [' 2h ', 7_200_000],
  ])('reads %j as %i ms', (text, ms) => {
    expect(readDuration(text, '--duration')).toBe(ms);
  });

  it.each(['', '0', '0ms', '-1s', '5 minutes', '1e3', 'Infinity', '1d', '9'.repeat(400)])(
    'refuses %j',
    (text) => {
      expect(() => readDuration(text, '--duration')).toThrow(
        expect.objectContaining({ code: 'E1001' }),
      );
    },
  );
});

describe('readCount', () => {
  it('reads whole numbers within its limits', () => {
    expect(readCount('0', '--port', 0, 65_535)).toBe(0);
    expect(readCount(' 65535 ', '--port', 0, 65_535)).toBe(65_535);
  });

  it.each(['', '-1', '1.5', '65536', 'x', '0x10', '1e3'])(
    'refuses %j, naming the limits',
    (text) => {
      expect(() => readCount(text, '--port', 0, 65_535)).toThrow(
        expect.objectContaining({
          code: 'E1001',
          params: expect.objectContaining({ most: 65_535 }),
        }),
      );
    },
  );
});
