import {
  Composer,
  CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  Parser,
  type Scalar,
} from 'yaml';
import type { Place, SourceEntry, SourceNode, SourceProblem } from './source-node.js';

/** Larger files are refused unread. */
export const maxSourceBytes = 512 * 1024;
/** Deeper nesting is refused before it reaches the recursive part of the YAML library. */
const maxDepth = 64;
/** Values counted with every use of an alias, so that a few lines cannot become gigabytes. */
const maxNodes = 100_000;
const maxProblems = 50;

export type ParsedSource =
  | { readonly ok: true; readonly root: SourceNode }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };

/**
 * Parses YAML (JSON is YAML) into a tree that knows its places. Never throws.
 * @param start what a file that is empty should begin with, for the message
 */
export function parseYamlSource(input: string | Uint8Array, start: string): ParsedSource {
  const decoded = decode(input);
  if (decoded.text === undefined) return refused(decoded.problem);
  const lines = new LineCounter();
  const tokens = Array.from(new Parser(lines.addNewLine).parse(decoded.text));
  const deep = tokens.map(tooDeepAt).find((offset) => offset !== undefined);
  if (deep !== undefined) {
    return refused(`nested more than ${maxDepth} levels deep`, placeAt(lines, deep));
  }
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false });
  const documents = Array.from(composer.compose(tokens));
  const [document, second] = documents;
  if (!document?.contents) {
    const [error] = document?.errors ?? [];
    if (error) return refused(sentence(error.message), placeAt(lines, error.pos[0]));
    return refused(`the file is empty; it starts with ${start}`);
  }
  if (second) {
    return refused('one document only: remove this "---"', placeAt(lines, second.range[0]));
  }
  const complaints = [...document.errors, ...document.warnings];
  if (complaints.length > 0) {
    const problems = complaints.map((error) => ({
      ...placeAt(lines, error.pos[0]),
      message: sentence(error.message),
    }));
    return { ok: false, problems: firstOfLines(problems).slice(0, maxProblems) };
  }
  return new Reader(document, lines).read();
}

function decode(input: string | Uint8Array): { text: string } | { text?: never; problem: string } {
  const size = input.length;
  if (size > maxSourceBytes) {
    return { problem: `the file has ${size} bytes; ${maxSourceBytes} at most are read` };
  }
  if (typeof input === 'string') return { text: input.replace(/^\ufeff/, '') };
  if ((input[0] === 0xff && input[1] === 0xfe) || (input[0] === 0xfe && input[1] === 0xff)) {
    return { problem: 'the file is UTF-16; save it as UTF-8' };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(input) };
  } catch {
    return { problem: 'the file is not UTF-8 text; save it as UTF-8' };
  }
}

/** Walks without recursion: the token tree of a hostile file is as deep as the file is long. */
function tooDeepAt(token: CST.Token): number | undefined {
  const open: { token: CST.Token; depth: number }[] = [{ token, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { token: current, depth } = next;
    if (depth > maxDepth) return current.offset;
    if ('items' in current) {
      for (const item of current.items) {
        if (item.key) open.push({ token: item.key, depth: depth + 1 });
        if (item.value) open.push({ token: item.value, depth: depth + 1 });
      }
    } else if (current.type === 'document' && current.value) {
      open.push({ token: current.value, depth });
    }
  }
  return undefined;
}

class Reader {
  readonly #document: Document.Parsed | Document;
  readonly #lines: LineCounter;
  readonly #problems: SourceProblem[] = [];
  /** The latest of each name; the library's own look-up walks the document for every alias. */
  readonly #anchors = new Map<string, Node>();
  #nodes = 0;
  #aliasDepth = 0;

  constructor(document: Document.Parsed | Document, lines: LineCounter) {
    this.#document = document;
    this.#lines = lines;
  }

  read(): ParsedSource {
    const root = this.#node(this.#document.contents as Node | null, { line: 1, column: 1 }, 0);
    if (this.#problems.length > 0 || !root) return { ok: false, problems: this.#problems };
    return { ok: true, root };
  }

  /** Undefined when there was a problem; it is noted. */
  #node(node: Node | null, fallback: Place, depth: number): SourceNode | undefined {
    const place = node?.range ? placeAt(this.#lines, node.range[0]) : fallback;
    this.#nodes += 1;
    if (this.#nodes > maxNodes || depth > maxDepth) {
      if (this.#problems.length === 0) {
        this.#note(place, 'aliases make this file too large; write it without them');
      }
      return undefined;
    }
    if (node === null) return { kind: 'scalar', place, value: null, source: '' };
    if (isAlias(node)) {
      const target = this.#anchors.get(node.source);
      if (!target)
        return this.#note(place, `no anchor &${node.source} before this alias; ${signs}`);
      this.#aliasDepth += 1;
      const resolved = this.#node(target, place, depth + 1);
      this.#aliasDepth -= 1;
      return resolved;
    }
    const { anchor } = node as { readonly anchor?: string };
    if (anchor !== undefined && this.#aliasDepth === 0) this.#anchors.set(anchor, node);
    if (isScalar(node)) return this.#scalar(node, place);
    if (isSeq(node)) {
      const items = node.items.map((item) => this.#node(item as Node | null, place, depth + 1));
      return { kind: 'list', place, items: items.filter((item) => item !== undefined) };
    }
    if (isMap(node)) {
      const seen = new Set<string>();
      const entries: SourceEntry[] = [];
      for (const pair of node.items) {
        const key = this.#key(pair.key as Node | null, place, seen);
        if (!key) continue;
        const value = this.#node(pair.value as Node | null, key.keyPlace, depth + 1);
        if (value) entries.push({ ...key, value });
      }
      return { kind: 'map', place, entries };
    }
    return this.#note(place, 'this kind of YAML value is not supported');
  }

  #scalar(node: Scalar, place: Place): SourceNode | undefined {
    const { value, source } = node;
    if (typeof value === 'number' && !Number.isFinite(value)) {
      return this.#note(place, 'a number must be finite; quote it to make it a text');
    }
    if (
      value === null ||
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean'
    ) {
      const scalar = { kind: 'scalar', place, value, source: source ?? String(value) } as const;
      const before = typeof value === 'string' ? quotesBefore(node, value) : undefined;
      if (before === undefined) return scalar;
      return { ...scalar, textPlace: { line: place.line, column: place.column + before } };
    }
    return this.#note(place, 'YAML tags such as !!binary are not supported');
  }

  #key(
    node: Node | null,
    fallback: Place,
    seen: Set<string>,
  ): Omit<SourceEntry, 'value'> | undefined {
    const keyPlace = node?.range ? placeAt(this.#lines, node.range[0]) : fallback;
    if (!isScalar(node) || node.value === null) return this.#note(keyPlace, 'a key must be a text');
    const key = typeof node.value === 'string' ? node.value : (node.source ?? '');
    if (key === '<<') return this.#note(keyPlace, 'merge keys (<<) are not supported');
    if (seen.has(key)) return this.#note(keyPlace, `"${key}" is there twice`);
    seen.add(key);
    return { key, keyPlace };
  }

  #note(place: Place, message: string): undefined {
    if (this.#problems.length < maxProblems) this.#problems.push({ ...place, message });
    return undefined;
  }
}

/** 0 or 1 for a text that stands in the file as it is; escapes and line ends make it another length. */
function quotesBefore({ range, type }: Scalar, text: string): 0 | 1 | undefined {
  if (!range || text.includes('\n')) return undefined;
  const length = range[1] - range[0];
  if (type === 'PLAIN') return length === text.length ? 0 : undefined;
  const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
  return isQuoted && length === text.length + 2 ? 1 : undefined;
}

function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function refused(message: string, place: Place = { line: 1, column: 1 }): ParsedSource {
  return { ok: false, problems: [{ ...place, message }] };
}

/** What the parser trips over behind the first mistake of a line says nothing new. */
function firstOfLines(problems: readonly SourceProblem[]): readonly SourceProblem[] {
  const first = new Map<number, SourceProblem>();
  for (const problem of problems) {
    const known = first.get(problem.line);
    if (!known || problem.column < known.column) first.set(problem.line, problem);
  }
  return [...first.values()].sort((a, b) => a.line - b.line);
}

/** The library speaks about its own API here and there, and of its own inside elsewhere. */
function sentence(message: string): string {
  const [said = message] = message.split(/; please use /);
  const hint = hints.find(([pattern]) => pattern.test(said))?.[1];
  return hint === undefined ? said : `${said}; ${hint}`;
}

const signs = 'quote a text that begins with ! & or *';

/** What people mostly did, by what the library makes of it. */
const hints: readonly (readonly [RegExp, string])[] = [
  [/^Tags and anchors must|^Unresolved tag/, signs],
  [
    /^Block collections are not allowed within flow|^Nested mappings are not/,
    'quote a text that holds ": "',
  ],
  [
    /^Sequence item without -|must start at the same column/,
    'look at the indentation of this line',
  ],
];
