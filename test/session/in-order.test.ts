import { describe, expect, it } from 'vitest';
import { createInOrder } from '../../src/session/in-order.js';

function held() {
  let end: () => void = () => {};
  let fail: (error: Error) => void = () => {};
  const promise = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { promise, end: () => end(), fail: (error: Error) => fail(error) };
}

const settle = () => new Promise<void>((resolve) => void setImmediate(resolve));

describe('what concerns one thing', () => {
  it('begins at once where nothing is under way', () => {
    const inOrder = createInOrder();
    const begun: string[] = [];
    void inOrder('a', async () => void begun.push('a'));
    void inOrder('b', async () => void begun.push('b'));
    expect(begun).toEqual(['a', 'b']);
  });

  it('waits for the one before, even when that fails', async () => {
    const inOrder = createInOrder();
    const first = held();
    const begun: string[] = [];
    const failed = inOrder('a', () => first.promise);
    const second = inOrder('a', async () => void begun.push('second'));
    const third = inOrder('a', async () => void begun.push('third'));
    await settle();
    expect(begun).toEqual([]);
    first.fail(new Error('no'));
    await expect(failed).rejects.toThrow('no');
    await Promise.all([second, third]);
    expect(begun).toEqual(['second', 'third']);
  });

  it('is forgotten afterwards', async () => {
    const inOrder = createInOrder();
    await inOrder('a', async () => {});
    await settle();
    const begun: string[] = [];
    void inOrder('a', async () => void begun.push('again'));
    expect(begun).toEqual(['again']);
  });
});
