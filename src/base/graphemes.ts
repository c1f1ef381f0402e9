/** Made when it is first needed: it takes as long as a tenth of a start. */
let segmenter: Intl.Segmenter | undefined;

function segmenterOf(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter;
}

/** User-perceived characters. */
export function graphemes(text: string): string[] {
  return Array.from(eachGrapheme(text));
}

/** Finding characters takes more than in proportion to the length of what they are looked for in. */
const STRETCH = 512;
/** A character of more code units is marks without end and no text. */
const LONGEST_CHARACTER = 1024;

/** The same, one at a time. */
export function* eachGrapheme(text: string): Generator<string> {
  let from = 0;
  let length = STRETCH;
  while (from < text.length) {
    let end = from + length;
    // Half a pair is a character of its own, which would end the one before it.
    if (isHighSurrogate(text.charCodeAt(end - 1))) end++;
    const parts = Array.from(segmenterOf().segment(text.slice(from, end)), (part) => part.segment);
    const isEnd = end >= text.length;
    // Where a character ends is decided by what follows it: the last one of a stretch waits for more.
    if (parts.length > 1 || isEnd || length >= LONGEST_CHARACTER) {
      const whole = isEnd || parts.length === 1 ? parts : parts.slice(0, -1);
      yield* whole;
      for (const part of whole) from += part.length;
      length = STRETCH;
    } else length *= 2;
  }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
