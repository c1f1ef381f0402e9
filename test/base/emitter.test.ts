import { describe, expect, it } from 'vitest';
import { createEmitter } from '../../src/base/emitter.js';

describe('createEmitter', () => {
  it('tells every listener, in order of subscription', () => {
    const emitter = createEmitter<number>();
    const heard: string[] = [];
    emitter.subscribe((n) => heard.push(`a${n}`));
    emitter.subscribe((n) => heard.push(`b${n}`));
    emitter.emit(1);
    emitter.emit(2);
    expect(heard).toEqual(['a1', 'b1', 'a2', 'b2']);
    expect(emitter.size).toBe(2);
  });

  it('tells nobody who unsubscribed, and unsubscribes twice without harm', () => {
    const emitter = createEmitter<number>();
    const heard: number[] = [];
    const stop = emitter.subscribe((n) => heard.push(n));
    stop();
    stop();
    emitter.emit(1);
    expect(heard).toEqual([]);
    expect(emitter.size).toBe(0);
  });

  it('treats one function subscribed twice as two subscriptions', () => {
    const emitter = createEmitter<number>();
    const heard: number[] = [];
    const listener = (n: number) => heard.push(n);
    const stopFirst = emitter.subscribe(listener);
    emitter.subscribe(listener);
    emitter.emit(1);
    stopFirst();
    emitter.emit(2);
    expect(heard).toEqual([1, 1, 2]);
  });

  it('does not tell a listener that another one removed meanwhile', () => {
    const emitter = createEmitter<number>();
    const heard: string[] = [];
    emitter.subscribe(() => stopSecond());
    const stopSecond = emitter.subscribe(() => heard.push('second'));
    emitter.subscribe(() => heard.push('third'));
    emitter.emit(1);
    expect(heard).toEqual(['third']);
  });

  it('tells a listener added meanwhile from the next value on, so that emitting ends', () => {
    const emitter = createEmitter<number>();
    const heard: number[] = [];
    const add = (n: number) => {
      heard.push(n);
      if (heard.length < 100) emitter.subscribe(add);
    };
    emitter.subscribe(add);
    emitter.emit(1);
    expect(heard).toEqual([1]);
    emitter.emit(2);
    expect(heard).toEqual([1, 2, 2]);
  });

  it('lets the others hear when one throws, then throws the first failure', () => {
    const emitter = createEmitter<number>();
    const heard: number[] = [];
    emitter.subscribe(() => {
      throw new Error('first');
    });
    emitter.subscribe(() => {
      throw new Error('second');
    });
    emitter.subscribe((n) => heard.push(n));
    expect(() => emitter.emit(5)).toThrow('first');
    expect(heard).toEqual([5]);
  });

  it('reports every failure to onError instead of throwing', () => {
    const errors: unknown[] = [];
    const emitter = createEmitter<number>((error) => errors.push(error));
    emitter.subscribe(() => {
      throw 'one';
    });
    emitter.subscribe(() => {
      throw 'two';
    });
    emitter.emit(1);
    expect(errors).toEqual(['one', 'two']);
  });
});
