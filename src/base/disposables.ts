export type Disposer = () => void | Promise<void>;

/** A stack of things to close. Closed in reverse order, once; one failure does not stop the rest. */
export class Disposables {
  #disposers: Disposer[] = [];
  #closing: Promise<void> | undefined;

  add(dispose: Disposer): void {
    this.#disposers.push(dispose);
  }

  /** @throws AggregateError with every failure, after everything was tried */
  close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  async #closeAll(): Promise<void> {
    const errors: unknown[] = [];
    for (let dispose = this.#disposers.pop(); dispose; dispose = this.#disposers.pop()) {
      try {
        await dispose();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, 'closing failed');
  }
}
