/**
 * Lines as UTF-8, each written straight into one buffer that is used again: joining them as text
 * first takes twice as long, as one Chinese character makes all of the text two bytes a letter.
 */
export interface LineEncoder {
  /** A view that is good until the next call. Each line gets its line break. */
  encode(lines: readonly string[]): Buffer;
}

const USUAL_BYTES = 64 * 1024;
/** A buffer that once had to be larger than this is not kept. */
const MOST_KEPT_BYTES = 4 * 1024 * 1024;

export function createLineEncoder(): LineEncoder {
  let kept = Buffer.allocUnsafe(USUAL_BYTES);
  return {
    encode(lines) {
      let buffer = kept;
      let used = 0;
      for (const line of lines) {
        // A UTF-16 unit takes three bytes at most.
        const needed = used + line.length * 3 + 1;
        if (needed > buffer.length) {
          const larger = Buffer.allocUnsafe(Math.max(needed, buffer.length * 2));
          buffer.copy(larger, 0, 0, used);
          buffer = larger;
        }
        used += buffer.write(line, used);
        used = buffer.writeUInt8(LINE_BREAK, used);
      }
      if (buffer.length <= MOST_KEPT_BYTES) kept = buffer;
      return buffer.subarray(0, used);
    },
  };
}

const LINE_BREAK = 10;
