/** Typed publish/subscribe. A listener that throws does not keep the others from hearing. */
export interface Emitter<T> {
  emit(value: T): void;
  subscribe(listener: (value: T) => void): () => void;
  readonly size: number;
}

/**
 * Who subscribes during an emit hears the next one; who unsubscribes hears nothing more. Subscribing
 * one function twice makes two subscriptions.
 * @param onError told of a listener's exception; without it the exception is rethrown after all have heard
 */
export function createEmitter<T>(onError?: (error: unknown) => void): Emitter<T> {
  const subscriptions = new Set<{ readonly listener: (value: T) => void }>();
  return {
    get size() {
      return subscriptions.size;
    },
    emit(value) {
      const errors: unknown[] = [];
      const current = [...subscriptions];
      for (const subscription of current) {
        if (!subscriptions.has(subscription)) continue;
        try {
          subscription.listener(value);
        } catch (error) {
          errors.push(error);
        }
      }
      if (errors.length === 0) return;
      if (!onError) throw errors[0];
      for (const error of errors) onError(error);
    },
    subscribe(listener) {
      const subscription = { listener };
      subscriptions.add(subscription);
      return () => {
        subscriptions.delete(subscription);
      };
    },
  };
}
