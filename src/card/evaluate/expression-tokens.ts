import type { ExpressionProblem } from './expression-node.js';

export type Token =
  | { readonly type: 'number'; readonly value: number; readonly text: string; readonly at: number }
  | { readonly type: 'string'; readonly value: string; readonly text: string; readonly at: number }
  | { readonly type: 'name'; readonly text: string; readonly at: number }
  | { readonly type: 'sign'; readonly text: string; readonly at: number }
  | { readonly type: 'end'; readonly text: ''; readonly at: number };

export type Tokenized =
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | { readonly ok: false; readonly problem: ExpressionProblem };

const LONGEST = 20_000;

const space = /\s+/uy;
const number = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const name = /[\p{L}_$][\p{L}\p{N}\p{M}_$]*/uy;
const text = /"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'/y;
const sign = /===|!==|==|!=|<=|>=|&&|\|\||[-+*/%!<>?:.,()[\]]/y;

/** Splits an expression (template-format §3.4); it may hold line breaks. */
export function tokenize(source: string): Tokenized {
  if (source.length > LONGEST) return failed('too-long', '', LONGEST);
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };
  while (at < source.length) {
    const token = tokenAt(take, at);
    if (token === undefined) {
      const found = String.fromCodePoint(source.codePointAt(at) ?? 0);
      return failed(found === '"' || found === "'" ? 'unfinished' : 'unexpected', found, at);
    }
    at += token.length;
    if (token.token !== undefined) tokens.push(token.token);
  }
  tokens.push({ type: 'end', text: '', at });
  return { ok: true, tokens };
}

function tokenAt(
  take: (pattern: RegExp) => RegExpExecArray | null,
  at: number,
): { readonly token?: Token; readonly length: number } | undefined {
  const blank = take(space);
  if (blank !== null) return { length: blank[0].length };
  const digits = take(number);
  if (digits !== null) {
    const [written] = digits;
    return {
      token: { type: 'number', value: Number(written), text: written, at },
      length: written.length,
    };
  }
  const quoted = take(text);
  if (quoted !== null) {
    const value = unescaped(quoted[1] ?? quoted[2] ?? '');
    return { token: { type: 'string', value, text: quoted[0], at }, length: quoted[0].length };
  }
  const word = take(name);
  if (word !== null) return { token: { type: 'name', text: word[0], at }, length: word[0].length };
  const mark = take(sign);
  if (mark !== null) return { token: { type: 'sign', text: mark[0], at }, length: mark[0].length };
  return undefined;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
]);

function unescaped(body: string): string {
  if (!body.includes('\\')) return body;
  return body.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_all, hex?: string, one?: string) =>
    hex === undefined
      ? (escapes.get(one ?? '') ?? one ?? '')
      : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function failed(why: ExpressionProblem['why'], found: string, at: number): Tokenized {
  return { ok: false, problem: { why, found, column: at + 1 } };
}
