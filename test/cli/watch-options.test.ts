import { describe, expect, it } from 'vitest';
import { readWatchOptions } from '../../src/cli/watch-options.js';

describe('readWatchOptions', () => {
  it('has defaults for everything', () => {
    expect(readWatchOptions({})).toEqual({
      api: undefined,
      profile: undefined,
      sim: false,
      demo: false,
      open: false,
      face: 'auto',
      isSureOfProduction: false,
      rules: { kind: 'default' },
      record: { kind: 'default' },
      maxEvents: undefined,
      durationMs: undefined,
      templates: [],
      filter: undefined,
      forward: undefined,
      policy: 'ack-then-update',
      answerReach: undefined,
      enableRules: false,
      effects: false,
    });
  });

  it('tells a file from none and from the default', () => {
    expect(readWatchOptions({ rules: 'r.yaml', record: false })).toMatchObject({
      rules: { kind: 'file', file: 'r.yaml' },
      record: { kind: 'none' },
    });
    // What the parser gives when only the negative form is declared as given or not.
    expect(readWatchOptions({ rules: true }).rules).toEqual({ kind: 'default' });
  });

  it('reads limits and the face', () => {
    expect(readWatchOptions({ json: true, maxEvents: '3', duration: '5m' })).toMatchObject({
      face: 'json',
      maxEvents: 3,
      durationMs: 300_000,
    });
    expect(readWatchOptions({ plain: true }).face).toBe('plain');
  });

  it('reads how callbacks are answered', () => {
    const flags = { onDeadline: 'let-it-expire', answerReach: 'clicker', enableRules: true };
    expect(readWatchOptions({ ...flags, forward: 'http://127.0.0.1:1/cb' })).toMatchObject({
      policy: 'let-it-expire',
      answerReach: 'clicker',
      enableRules: true,
      forward: 'http://127.0.0.1:1/cb',
    });
  });

  it.each([
    [{ onDeadline: 'wait' }, 'choice'],
    [{ answerReach: 'nobody' }, 'choice'],
    [{ demo: true }, 'demo-without-sim'],
    [{ open: true }, 'open-without-sim'],
    [{ sim: true, api: 'http://127.0.0.1:1' }, 'sim-with-api'],
    [{ json: true, plain: true }, 'json-and-plain'],
    [{ effects: true }, 'effects-without-json'],
    [{ effects: true, plain: true }, 'effects-without-json'],
    [{ maxEvents: '0' }, 'count'],
    [{ duration: 'soon' }, 'duration'],
  ])('refuses %j', (flags, reason) => {
    expect(() => readWatchOptions(flags)).toThrow(
      expect.objectContaining({ code: 'E1001', params: expect.objectContaining({ reason }) }),
    );
  });
});
