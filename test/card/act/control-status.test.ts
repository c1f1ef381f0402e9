import { expect, it } from 'vitest';
import { disabledOf, statusOf, tapWithStatus } from '../../../src/card/act/control-status.js';
import { drawCard } from '../../support/draw-card.js';

const place = { frames: [] };
const evaluation = (data = {}, settings = {}) =>
  drawCard([], {
    variables: [
      { name: 's', type: 'string' },
      { name: 'off', type: 'boolean' },
    ],
    cardData: data,
    settings,
  }).evaluation;
const bound = { type: 'dynamicSelect', valueType: 'variable', variable: 's', value: 'normal' };

it('only the word normal is normal', () => {
  const state = (s: string) => statusOf(evaluation({ s }), { status: bound }, place);
  expect(state('normal')).toEqual({ state: 'normal' });
  expect(state('disabled')).toEqual({ state: 'disabled', why: 'status' });
  expect(state('Normal')).toEqual({ state: 'disabled', why: 'status' });
  expect(state('loading')).toEqual({ state: 'loading', why: 'status' });
});

it('a status bound to nothing is dead, whatever the wrapper remembers', () => {
  expect(statusOf(evaluation(), { status: bound }, place)).toEqual({
    state: 'disabled',
    why: 'status-unset',
  });
});

it('without a status the setting decides', () => {
  expect(statusOf(evaluation(), {}, place)).toEqual({ state: 'normal' });
  expect(statusOf(evaluation({}, { missingStatus: 'dead' }), {}, place)).toMatchObject({
    why: 'status-unset',
  });
});

it('disabled disables', () => {
  const disabled = { valueType: 'variable', variable: 'off' };
  expect(disabledOf(evaluation({ off: true }), { disabled }, place).why).toBe('status');
  expect(disabledOf(evaluation({ off: false }), { disabled }, place).why).toBeUndefined();
});

it('a tap says why it is dead', () => {
  expect(tapWithStatus('url', { state: 'normal' })).toEqual({ does: 'url', enabled: true });
  expect(tapWithStatus('url', { state: 'disabled', why: 'status' })).toEqual({
    does: 'url',
    enabled: false,
    why: 'status',
  });
});
