import type { Answer } from './api-client.js';

/** Something that is read from the simulator and kept. */
export type Shelved<T> =
  | { readonly is: 'loading' }
  | { readonly is: 'ready'; readonly value: T }
  | { readonly is: 'absent'; readonly code: string; readonly message: string };

/** Values by key, each read once and again when it is stale. */
export interface Shelf<T> {
  /** What is known now; undefined when nobody asked for it yet. */
  get(key: string): Shelved<T> | undefined;
  /** Reads it unless it is known or being read. */
  want(key: string): void;
  /** Reads it again, if anybody wanted it; the old value stays until the new one is there. */
  renew(key: string): Promise<void>;
  readonly keys: readonly string[];
}

export function createShelf<T>(
  read: (key: string) => Promise<Answer<T>>,
  onChange: (key: string) => void,
): Shelf<T> {
  const kept = new Map<string, Shelved<T>>();
  const underWay = new Map<string, Promise<void>>();
  const again = new Map<string, Promise<void>>();

  async function load(key: string): Promise<void> {
    const answer = await read(key);
    const { ok } = answer;
    // A simulator that is gone for a moment takes nothing away that is on the screen.
    const keeps = !ok && answer.code === 'offline' && kept.get(key)?.is === 'ready';
    if (!keeps) {
      kept.set(key, ok ? { is: 'ready', value: answer.value } : { ...answer, is: 'absent' });
    }
    underWay.delete(key);
    onChange(key);
  }

  function start(key: string): Promise<void> {
    const loading = load(key);
    underWay.set(key, loading);
    return loading;
  }

  return {
    get keys() {
      return [...kept.keys()];
    },
    get: (key) => kept.get(key),
    want(key) {
      const known = kept.get(key);
      if (known && !(known.is === 'absent' && known.code === 'offline')) return;
      kept.set(key, { is: 'loading' });
      void start(key);
    },
    renew(key) {
      if (!kept.has(key)) return Promise.resolve();
      const current = underWay.get(key);
      if (!current) return start(key);
      // What is being read may be older than the reason to read again.
      const next =
        again.get(key) ??
        current.then(() => {
          again.delete(key);
          return start(key);
        });
      again.set(key, next);
      return next;
    },
  };
}
