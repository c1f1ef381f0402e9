/** What stands at the place where a text stops being JSON. */
export interface JsonMistake {
  readonly offset: number;
  /**
   * `value`, `name`, `colon`: one was expected here; `listEnd`, `objectEnd`: a comma or the bracket;
   * `string`: it never ends; `escape`: no such escape; `control`: a raw control character in a string;
   * `rest`: something after the value.
   */
  readonly code:
    | 'value'
    | 'name'
    | 'colon'
    | 'listEnd'
    | 'objectEnd'
    | 'string'
    | 'escape'
    | 'control'
    | 'rest';
}

type Awaited = 'value' | 'valueOrEnd' | 'name' | 'nameOrEnd' | 'colon' | 'separator' | 'end';

/** Where the bracket may be closed. */
const mayEnd: ReadonlySet<Awaited> = new Set(['valueOrEnd', 'nameOrEnd', 'separator']);

/** Engines name the place of a mistake in different ways, or not at all. Undefined: the text is JSON. */
export function jsonMistake(text: string): JsonMistake | undefined {
  const open: ('{' | '[')[] = [];
  let awaited: Awaited = 'value';
  let at = 0;
  const afterValue = (): Awaited => (open.length === 0 ? 'end' : 'separator');
  for (;;) {
    at = endOf(blank, text, at);
    const char = text[at];
    const isObject = open.at(-1) === '{';
    if (awaited === 'end') return char === undefined ? undefined : { offset: at, code: 'rest' };
    const isEnd = char === (isObject ? '}' : ']');
    if (isEnd && open.length > 0 && mayEnd.has(awaited)) {
      open.pop();
      at++;
      awaited = afterValue();
    } else if (awaited === 'separator') {
      if (char !== ',') return { offset: at, code: isObject ? 'objectEnd' : 'listEnd' };
      awaited = isObject ? 'name' : 'value';
      at++;
    } else if (awaited === 'colon') {
      if (char !== ':') return { offset: at, code: 'colon' };
      awaited = 'value';
      at++;
    } else if (char === '"') {
      const end = stringEnd(text, at);
      if (typeof end !== 'number') return end;
      awaited = awaited.startsWith('name') ? 'colon' : afterValue();
      at = end;
    } else if (awaited.startsWith('name')) {
      return { offset: at, code: 'name' };
    } else if (char === '{' || char === '[') {
      open.push(char);
      awaited = char === '{' ? 'nameOrEnd' : 'valueOrEnd';
      at++;
    } else {
      const end = endOf(plain, text, at);
      if (end === at) return { offset: at, code: 'value' };
      awaited = afterValue();
      at = end;
    }
  }
}

const blank = /[ \t\n\r]*/;
const plain = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/;
const escape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/;

function endOf(pattern: RegExp, text: string, at: number): number {
  const sticky = new RegExp(pattern.source, 'y');
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : at;
}

/** Behind the closing quote. */
function stringEnd(text: string, start: number): number | JsonMistake {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at] as string;
    if (char === '"') return at + 1;
    if (char < ' ') {
      // A line break most often means that the quote was forgotten.
      return char === '\n' ? { offset: start, code: 'string' } : { offset: at, code: 'control' };
    }
    if (char !== '\\') continue;
    const end = endOf(escape, text, at);
    if (end === at) return { offset: at, code: 'escape' };
    at = end - 1;
  }
  return { offset: start, code: 'string' };
}
