/** Keeps the newest `capacity` items; each item keeps the number it was given, whatever is dropped. */
export class RingBuffer<T> {
  readonly #capacity: number;
  readonly #items: (T | undefined)[];
  #end = 0;

  constructor(capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError('capacity must be >= 1');
    this.#capacity = capacity;
    this.#items = Array.from({ length: Math.min(capacity, 1024) });
  }

  /** Number of the first item still held. */
  get start(): number {
    return Math.max(0, this.#end - this.#capacity);
  }

  /** Number the next item will get. */
  get end(): number {
    return this.#end;
  }

  get length(): number {
    return this.#end - this.start;
  }

  push(item: T): number {
    this.#items[this.#end % this.#capacity] = item;
    return this.#end++;
  }

  /** The item with this number, or undefined when it was dropped or never existed. */
  at(number: number): T | undefined {
    if (number < this.start || number >= this.#end) return undefined;
    return this.#items[number % this.#capacity];
  }

  /** Items from `from` (inclusive) to `to` (exclusive), oldest first. */
  slice(from = this.start, to = this.#end): T[] {
    const out: T[] = [];
    for (let n = Math.max(from, this.start); n < Math.min(to, this.#end); n++) {
      out.push(this.#items[n % this.#capacity] as T);
    }
    return out;
  }
}
