import { expect, it } from 'vitest';
import { controlOff } from '../../../../src/simulator/page/paint/control-off.js';

const word = (text: string) => `«${text}»`;
const tap = { does: 'request', enabled: true } as const;

it('a control takes something while its status is normal and its action is on', () => {
  expect(controlOff({ state: 'normal', tap, tooltip: '提示' }, word)).toEqual({
    off: false,
    title: '提示',
  });
});

it('a control that is off says why', () => {
  expect(
    controlOff({ state: 'normal', tap: { ...tap, enabled: false, why: 'forwarded' } }, word),
  ).toEqual({ off: true, title: '«why.forwarded»' });
  expect(controlOff({ state: 'loading', tap }, word)).toEqual({ off: true, title: undefined });
});
