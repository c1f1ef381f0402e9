import { expect, it } from 'vitest';
import { interleave } from '../../bench/interleave.js';

it('takes turns, changes who goes first, and keeps the pairs straight', async () => {
  const order: string[] = [];
  let running = 0;
  const side = (name: string) => async (round: number) => {
    expect(running++).toBe(0);
    order.push(`${name}${round}`);
    await Promise.resolve();
    running--;
    return `${name}${round}`;
  };
  const pairs = await interleave(3, side('o'), side('b'));
  expect(order).toEqual(['o0', 'b0', 'b1', 'o1', 'o2', 'b2']);
  expect(pairs).toEqual([
    { ours: 'o0', baseline: 'b0' },
    { ours: 'o1', baseline: 'b1' },
    { ours: 'o2', baseline: 'b2' },
  ]);
});

it('stops at the first failure', async () => {
  let calls = 0;
  const failing = () => Promise.reject(new Error('ended'));
  await expect(interleave(3, failing, async () => calls++)).rejects.toThrow('ended');
  expect(calls).toBe(0);
});
