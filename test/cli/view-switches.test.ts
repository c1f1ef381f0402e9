import { describe, expect, it } from 'vitest';
import { defaultSwitches } from '../../src/card/card-data.js';
import { readViewSwitches } from '../../src/cli/view-switches.js';

describe('the circumstances a card is drawn in', () => {
  it('are the usual ones, in the language of the person', () => {
    expect(readViewSwitches({}, 'zh')).toEqual(defaultSwitches);
    expect(readViewSwitches({}, 'en')).toEqual({ ...defaultSwitches, language: 'en_US' });
  });

  it('are what was asked for', () => {
    const flags = { width: '300', theme: 'dark', flowStatus: '5' };
    expect(readViewSwitches(flags, 'zh')).toMatchObject({
      width: 300,
      theme: 'dark',
      flowStatus: '5',
    });
  });

  it.each([{ width: '99' }, { width: 'x' }, { theme: 'blue' }, { flowStatus: '0' }])(
    'cannot be %j',
    (flags) => {
      expect(() => readViewSwitches(flags, 'zh')).toThrow(
        expect.objectContaining({ code: 'E1001' }),
      );
    },
  );
});
