export type Disposer = () => void | Promise<void>;

/** A stack of things to close. Closed in reverse order, once; one failure does not stop the rest. */
export class Disposables {
  #disposers: Disposer[] = [];
  #closing: Promise<void> | undefined;
  #closed = false;

  /** What is added after closing is closed at once: a start that was overtaken by a stop leaks nothing. */
  add(dispose: Disposer): void {
    this.#disposers.push(dispose);
    if (!this.#closed) return;
    this.#closing = this.#closeAll();
    // Whoever calls `close` again hears of a failure; nobody has to.
    this.#closing.catch(() => {});
  }

  /** @throws AggregateError with every failure, after everything was tried */
  close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  async #closeAll(): Promise<void> {
    this.#closed = false;
    const errors: unknown[] = [];
    for (let dispose = this.#disposers.pop(); dispose; dispose = this.#disposers.pop()) {
      try {
        await dispose();
      } catch (error) {
        errors.push(error);
      }
    }
    this.#closed = true;
    if (errors.length > 0) throw new AggregateError(errors, 'closing failed');
  }
}
