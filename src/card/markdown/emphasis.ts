/** A run of `*`, `_` or `~`, and which styles start and end at it. */
export interface DelimiterRun {
  readonly char: '*' | '_' | '~';
  readonly canOpen: boolean;
  readonly canClose: boolean;
  readonly length: number;
  /** Characters that turned out to be plain text. */
  left: number;
  readonly opens: Emphasis[];
  readonly closes: Emphasis[];
}

export type Emphasis = 'bold' | 'italic' | 'strike';

const SPACE = /\s/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;

/** Chinese has no spaces around words: `**注意：**请` is bold in practice, though not in CommonMark. */
const IDEOGRAPH = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;

/** The rules of CommonMark for what a run can do where it stands, with room for Chinese. */
export function delimiterRun(text: string, start: number, end: number): DelimiterRun {
  const before = start === 0 ? ' ' : charBefore(text, start);
  const after = end >= text.length ? ' ' : String.fromCodePoint(text.codePointAt(end) ?? 0x20);
  const spaceBefore = SPACE.test(before);
  const spaceAfter = SPACE.test(after);
  const markBefore = PUNCTUATION.test(before);
  const markAfter = PUNCTUATION.test(after);
  const leftFlank =
    !spaceAfter && (!markAfter || spaceBefore || markBefore || IDEOGRAPH.test(before));
  const rightFlank =
    !spaceBefore && (!markBefore || spaceAfter || markAfter || IDEOGRAPH.test(after));
  const char = text.charAt(start) as DelimiterRun['char'];
  const inWord = char === '_';
  const length = end - start;
  return {
    char,
    canOpen: leftFlank && (!inWord || !rightFlank || markBefore),
    canClose: rightFlank && (!inWord || !leftFlank || markAfter),
    length,
    left: length,
    opens: [],
    closes: [],
  };
}

function charBefore(text: string, at: number): string {
  const code = text.charCodeAt(at - 1);
  const isLow = code >= 0xdc00 && code <= 0xdfff;
  return isLow ? text.slice(Math.max(0, at - 2), at) : text.charAt(at - 1);
}

/**
 * Pairs runs, from `bottom` on, and empties the stack down to it. Linear: how far back an opener can
 * be is remembered per kind of closer, as in CommonMark's reference parser.
 */
export function pairRuns(stack: DelimiterRun[], bottom: number): void {
  const open: DelimiterRun[] = [];
  const bottoms = new Map<string, number>();
  for (let at = bottom; at < stack.length; at++) {
    const run = stack[at];
    if (run === undefined) continue;
    if (run.canClose) close(run, open, bottoms);
    if (run.canOpen && run.left > 0) open.push(run);
  }
  stack.length = bottom;
}

function close(closer: DelimiterRun, open: DelimiterRun[], bottoms: Map<string, number>): void {
  const kind = `${closer.char}${closer.canOpen ? 'o' : ''}${closer.length % 3}`;
  while (closer.left > 0) {
    const lowest = bottoms.get(kind) ?? 0;
    let at = open.length - 1;
    while (at >= lowest && !pairs(open[at], closer)) at--;
    const opener = at >= lowest ? open[at] : undefined;
    if (opener === undefined) {
      bottoms.set(kind, open.length);
      return;
    }
    const used = opener.left >= 2 && closer.left >= 2 ? 2 : 1;
    const style = closer.char === '~' ? 'strike' : used === 2 ? 'bold' : 'italic';
    opener.left -= closer.char === '~' ? opener.left : used;
    closer.left -= closer.char === '~' ? closer.left : used;
    opener.opens.push(style);
    closer.closes.push(style);
    open.length = opener.left > 0 ? at + 1 : at;
    for (const [name, lowestOpen] of bottoms) {
      if (lowestOpen > open.length) bottoms.set(name, open.length);
    }
  }
}

function pairs(opener: DelimiterRun | undefined, closer: DelimiterRun): boolean {
  if (opener === undefined || opener.char !== closer.char || opener.left === 0) return false;
  if (closer.char === '~') return opener.left === closer.left && closer.left <= 2;
  const both = opener.canClose || closer.canOpen;
  const sum = opener.length + closer.length;
  return !both || sum % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}
