import { describe, expect, it } from 'vitest';
import { Disposables } from '../../src/base/disposables.js';

describe('Disposables', () => {
  it('closes in reverse order, one after the other', async () => {
    const stack = new Disposables();
    const seen: string[] = [];
    stack.add(() => void seen.push('first'));
    stack.add(async () => {
      seen.push('second begins');
      await Promise.resolve();
      seen.push('second ends');
    });
    stack.add(() => void seen.push('third'));
    await stack.close();
    expect(seen).toEqual(['third', 'second begins', 'second ends', 'first']);
  });

  it('closes once, however often it is asked', async () => {
    const stack = new Disposables();
    let closed = 0;
    stack.add(async () => {
      await Promise.resolve();
      closed++;
    });
    await Promise.all([stack.close(), stack.close()]);
    await stack.close();
    expect(closed).toBe(1);
  });

  it('closes everything in spite of failures and reports them all', async () => {
    const stack = new Disposables();
    const seen: string[] = [];
    stack.add(() => void seen.push('last'));
    stack.add(() => {
      throw new Error('sync');
    });
    stack.add(() => Promise.reject(new Error('async')));
    const failure = await stack.close().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AggregateError);
    expect((failure as AggregateError).errors.map((e: Error) => e.message)).toEqual([
      'async',
      'sync',
    ]);
    expect(seen).toEqual(['last']);
  });

  it('closes what is added while it closes', async () => {
    const stack = new Disposables();
    const seen: string[] = [];
    stack.add(() => void seen.push('early'));
    stack.add(() => stack.add(() => void seen.push('late')));
    await stack.close();
    expect(seen).toEqual(['late', 'early']);
  });

  it('closes at once what is added after it was closed', async () => {
    const stack = new Disposables();
    await stack.close();
    const seen: string[] = [];
    stack.add(() => void seen.push('overtaken'));
    await stack.close();
    expect(seen).toEqual(['overtaken']);
  });

  it('tells the next close of a late failure', async () => {
    const stack = new Disposables();
    await stack.close();
    stack.add(() => Promise.reject(new Error('late')));
    await expect(stack.close()).rejects.toThrow('closing failed');
  });
});
