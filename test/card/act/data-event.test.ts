import { expect, it } from 'vitest';
import { readDataEvent } from '../../../src/card/act/data-event.js';

it('reads both documented events', () => {
  const open = { type: 'openLink', params: { url: { pc: 'p', ios: 'i', android: 'a' } } };
  expect(readDataEvent(open, 'android')).toEqual({ type: 'openLink', url: 'a' });
  const send = { type: 'sendCardRequest', params: { actionId: 'x', params: { n: [1] } } };
  expect(readDataEvent(send, 'pc')).toEqual({
    type: 'sendCardRequest',
    actionId: 'x',
    params: { n: [1] },
  });
});

it('takes what is missing for empty', () => {
  expect(readDataEvent({ type: 'sendCardRequest' }, 'pc')).toEqual({
    type: 'sendCardRequest',
    actionId: '',
    params: {},
  });
  expect(readDataEvent({ type: 'openLink', params: null }, 'pc')).toMatchObject({ url: '' });
});

it('is none without a type, and unknown with another', () => {
  expect(readDataEvent(undefined, 'pc')).toBeUndefined();
  expect(readDataEvent({}, 'pc')).toBeUndefined();
  expect(readDataEvent('openLink', 'pc')).toBeUndefined();
  expect(readDataEvent({ type: 'explode' }, 'pc')).toEqual({ type: 'unknown', name: 'explode' });
});
