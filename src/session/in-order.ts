/**
 * Runs what concerns one thing in the order it was asked for: the next begins when the one before is
 * over, however it ended. Different keys do not wait for each other.
 */
export function createInOrder(): <T>(key: string, run: () => Promise<T>) => Promise<T> {
  const tails = new Map<string, Promise<unknown>>();
  return (key, run) => {
    const before = tails.get(key);
    // Mostly there is nothing to wait for, and then it begins at once.
    const result = before ? before.then(run, run) : run();
    tails.set(key, result);
    const forget = () => {
      if (tails.get(key) === result) tails.delete(key);
    };
    result.then(forget, forget);
    return result;
  };
}
