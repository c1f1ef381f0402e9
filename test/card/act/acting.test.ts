import { expect, it } from 'vitest';
import { createActing } from '../../../src/card/act/acting.js';
import type { CardHost } from '../../../src/card/act/card-host.js';
import { drawCard, node } from '../../support/draw-card.js';

function acting(parts: Partial<CardHost> = {}) {
  const view = drawCard([node('Checkbox', 'box')]);
  const binding = view.bindings.get('box');
  if (!binding) throw new Error('no checkbox');
  const host = { data: () => view.evaluation.data, ...parts } as CardHost;
  return { view, acting: createActing(view, binding, host) };
}

it('evaluates anew only when the data is another object', () => {
  let { data } = acting().view.evaluation;
  const { view, acting: one } = acting({ data: () => data });
  data = view.evaluation.data;
  expect(one.now()).toBe(view.evaluation);
  data = { ...data, localData: { flag: true } };
  expect(one.now()).not.toBe(view.evaluation);
  expect(one.now().data.localData).toEqual({ flag: true });
  expect(one.now()).toBe(one.now());
});

it('goes on with the old data when the client cannot say the new', () => {
  const { view, acting: one } = acting({
    data: () => {
      throw new Error('gone');
    },
  });
  expect(one.now()).toBe(view.evaluation);
  expect(one.effects).toEqual([{ type: 'nothing', why: 'host-failed', what: 'gone' }]);
});

it('turns what a client throws or rejects into effects', async () => {
  const { acting: one } = acting();
  one.tell(() => {
    throw new Error('no clipboard');
  });
  expect(await one.ask(() => Promise.reject(new Error('no dialog')))).toBeUndefined();
  expect(await one.ask(() => Promise.resolve(3))).toBe(3);
  expect(one.effects.map((effect) => 'what' in effect && effect.what)).toEqual([
    'no clipboard',
    'no dialog',
  ]);
});

it('stops after many steps and says so once', () => {
  const { acting: one } = acting();
  let steps = 0;
  while (one.step()) steps++;
  one.step();
  expect(one.effects).toEqual([{ type: 'nothing', why: 'too-many-steps', what: String(steps) }]);
});
