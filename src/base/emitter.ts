/** Typed publish/subscribe. A listener that throws does not keep the others from hearing. */
export interface Emitter<T> {
  emit(value: T): void;
  subscribe(listener: (value: T) => void): () => void;
  readonly size: number;
}

/** @param onError told of a listener's exception; without it the exception is rethrown after all have heard */
export function createEmitter<T>(onError?: (error: unknown) => void): Emitter<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    get size() {
      return listeners.size;
    },
    emit(value) {
      const errors: unknown[] = [];
      for (const listener of listeners) {
        try {
          listener(value);
        } catch (error) {
          if (onError) onError(error);
          else errors.push(error);
        }
      }
      if (errors.length > 0) throw errors[0];
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
