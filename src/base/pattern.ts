/** Characters of untrusted text a pattern is tried on; what comes after is not looked at. */
export const patternReach = 4096;
/** Steps a single test may take, a fraction of a second at worst. */
const maxSteps = 3e7;

export type CompiledPattern =
  | { readonly ok: true; readonly test: (text: string) => boolean }
  | { readonly ok: false; readonly problem: string };

/** Undefined when the text is no `/pattern/flags`. */
export function splitPattern(text: string): { source: string; flags: string } | undefined {
  const parts = /^\/(.+)\/([a-z]*)$/s.exec(text);
  return parts ? { source: parts[1] as string, flags: parts[2] as string } : undefined;
}

/**
 * Compiles a pattern that will be run on text from strangers. Patterns known to take exponential
 * time are refused, and the text is cut, so that one message cannot stop the program.
 */
export function compilePattern(source: string, flags: string): CompiledPattern {
  const bad = /[^imsu]/.exec(flags);
  if (bad) return { ok: false, problem: `flag "${bad[0]}" is not supported; use i, m, s, u` };
  let pattern: RegExp;
  try {
    pattern = new RegExp(source, flags.includes('u') ? flags : `${flags}u`);
  } catch {
    // Many patterns in the wild escape more than the strict `u` syntax allows.
    try {
      pattern = new RegExp(source, flags);
    } catch (error) {
      return { ok: false, problem: (error as Error).message };
    }
  }
  const repetitions = readRepetitions(source);
  if (repetitions.explosive) {
    return {
      ok: false,
      problem: `/${source}/ can take forever: "${repetitions.explosive}" repeats something that repeats, or that matches the same text in two ways`,
    };
  }
  const reach = reachOf(repetitions.open + (source.startsWith('^') ? 0 : 1));
  return {
    ok: true,
    test: (text) => pattern.test(text.length > reach ? text.slice(0, reach) : text),
  };
}

/** Repetitions one after the other cost the power of their number; without `^` there is one more. */
function reachOf(power: number): number {
  let factorial = 1;
  for (let factor = 2; factor <= power; factor++) factorial *= factor;
  const reach = Math.floor((maxSteps * factorial) ** (1 / Math.max(1, power)));
  return Math.min(patternReach, reach);
}

interface Repetitions {
  /** Repetitions without an upper bound, or with a high one. */
  readonly open: number;
  /** The part that is explosive. */
  readonly explosive: string | undefined;
}

interface Group {
  readonly start: number;
  /** Whether something in it may repeat or be absent. */
  repeats: boolean;
  /** Where the alternatives start. */
  readonly alternatives: number[];
}

/** More rounds than this count as without bound, for a character and for a group. */
const manyRounds = 32;
const manyGroupRounds = 3;

/** Reads quantifiers and groups only; the pattern is known to be valid. */
function readRepetitions(source: string): Repetitions {
  const stack: Group[] = [{ start: 0, repeats: false, alternatives: [0] }];
  let open = 0;
  let explosive: string | undefined;
  let closed: Group | undefined;
  for (let at = 0; at < source.length; ) {
    const char = source[at] as string;
    const group = stack[stack.length - 1] as Group;
    const quantifier = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/.exec(source.slice(at, at + 24));
    if (char === '\\' || char === '[') {
      at = atomEnd(source, at);
      closed = undefined;
    } else if (char === '(') {
      const inside =
        at + (/^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/.exec(source.slice(at))?.[0].length ?? 1);
      stack.push({ start: at, repeats: false, alternatives: [inside] });
      at = inside;
      closed = undefined;
    } else if (char === ')') {
      closed = stack.pop();
      const outer = stack[stack.length - 1];
      if (closed?.repeats && outer) outer.repeats = true;
      at += 1;
    } else if (char === '|') {
      group.alternatives.push(at + 1);
      at += 1;
      closed = undefined;
    } else if (quantifier) {
      const end = at + quantifier[0].length;
      const rounds = roundsOf(quantifier);
      const isAmbiguous = closed && (closed.repeats || overlaps(source, closed.alternatives));
      if (closed && isAmbiguous && rounds > manyGroupRounds) {
        explosive ??= source.slice(closed.start, end);
      }
      if (rounds > manyRounds) open += 1;
      else if (isAmbiguous) open += rounds;
      if (quantifier[2] !== '' || quantifier[1] === undefined) group.repeats = true;
      // A `?` right behind makes it lazy, and is no quantifier of its own.
      at = source[end] === '?' ? end + 1 : end;
      closed = undefined;
    } else {
      at += 1;
      closed = undefined;
    }
  }
  return { open, explosive };
}

function roundsOf(quantifier: RegExpExecArray): number {
  const [whole, least, comma, most] = quantifier;
  if (whole === '?') return 1;
  if (whole === '*' || whole === '+') return Infinity;
  return comma === '' ? Number(least) : most === '' ? Infinity : Number(most);
}

/** Whether two alternatives can begin with the same character. */
function overlaps(source: string, alternatives: readonly number[]): boolean {
  if (alternatives.length < 2) return false;
  const taken = new Set<string>();
  for (const start of alternatives) {
    const first = firstAtom(source, start);
    for (const sample of samples) {
      if (!first(sample)) continue;
      if (taken.has(sample)) return true;
      taken.add(sample);
    }
  }
  return false;
}

const samples: readonly string[] = [
  ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)),
  '\t',
  '\n',
  '中',
  '。',
  'é',
  '😀',
];

function firstAtom(source: string, start: number): (char: string) => boolean {
  const char = source[start];
  // An empty alternative, a group or an assertion may begin with anything.
  if (char === undefined || '|)(^$'.includes(char)) return () => true;
  const atom = source.slice(start, atomEnd(source, start));
  for (const flags of ['su', 's']) {
    try {
      const pattern = new RegExp(`^(?:${atom})$`, flags);
      return (sample) => pattern.test(sample);
    } catch {
      // Tried with the looser syntax next.
    }
  }
  return () => true;
}

function atomEnd(source: string, start: number): number {
  if (source[start] === '\\') {
    const escape = /^\\(?:u\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|[pP]\{[^}]*\}|k<[^>]*>|.)/is;
    return start + (escape.exec(source.slice(start, start + 64))?.[0].length ?? 1);
  }
  if (source[start] !== '[')
    return start + ((source.codePointAt(start) as number) > 0xffff ? 2 : 1);
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === ']') return at + 1;
  }
  return source.length;
}
