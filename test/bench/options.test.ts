import { describe, expect, it } from 'vitest';
import { groups, readOptions } from '../../bench/options.js';

describe('readOptions', () => {
  it('measures everything, in nine rounds at least', () => {
    const options = readOptions([]);
    expect([...options.only]).toEqual([...groups]);
    expect(options).toMatchObject({ serialTaps: 2000, loadTaps: 20_000, burstTaps: 5000 });
    expect(Math.min(options.rounds, options.loadRounds)).toBeGreaterThanOrEqual(9);
    expect(options).toMatchObject({ inFlight: 64, out: undefined, againstItself: false });
  });

  it('measures less when it is to be quick', () => {
    const quick = readOptions(['--quick']);
    const full = readOptions([]);
    for (const name of ['rounds', 'loadRounds', 'serialTaps', 'loadTaps', 'burstTaps'] as const) {
      expect(quick[name]).toBeLessThan(full[name]);
      expect(quick[name]).toBeGreaterThan(0);
    }
  });

  it('takes names, a file, and the baseline as its own opponent', () => {
    const options = readOptions(['--only', 'help, burst', '--out', 'a.json', '--against-itself']);
    expect([...options.only]).toEqual(['help', 'burst']);
    expect(options).toMatchObject({ out: 'a.json', againstItself: true });
  });

  it.each([[['--only', 'speed']], [['--only', '']], [['--fast']], [['quick']]])(
    'refuses %j',
    (args) => {
      expect(() => readOptions(args)).toThrow();
    },
  );
});
