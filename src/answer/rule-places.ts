import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLSeq } from 'yaml';
import type { RulePin } from './rule-pin.js';
import { ruleInBrackets, ruleLines } from './rule-text.js';

/** The text of a file with one rule more. */
export interface WithRule {
  readonly text: string;
  /** Where among the rules. */
  readonly index: number;
}

/**
 * The ways to write a rule into a rules file, best first; what stood there stays as it was, byte for
 * byte. Which of them mean what they should is for the caller to find out.
 * @param text without byte order mark
 * @param index it becomes the rule of this number, from 0
 */
export function withRule(text: string, index: number, pin: RulePin): readonly WithRule[] {
  const eol = /\r\n/.test(text) ? '\r\n' : '\n';
  const document = parseDocument(text, { uniqueKeys: false, keepSourceTokens: true });
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) return [newFile(text, pin, eol)];
  if (!isMap(root)) return [];
  const pair = root.items.find((item) => String(item.key) === 'rules');
  const key = pair?.key as Node | undefined;
  if (!pair || !key?.range) return [];
  const block = (at: number, column: number, gap?: 'above' | 'below'): WithRule => ({
    text: insertLines(text, at, blockLines(pin, column, gap), eol),
    index,
  });
  const list = pair.value;
  const keyColumn = columnOf(text, key.range[0]);
  if (!isSeq(list)) return [block(lineEnd(text, key.range[1]), keyColumn + 2)];
  if (list.items.length === 0) return emptyList(text, list, pin, keyColumn, eol);
  const isLast = index >= list.items.length;
  const gap = hasGaps(text, list) ? (isLast ? 'above' : 'below') : undefined;
  return list.flow
    ? [{ text: insertInBrackets(text, list, index, pin, eol), index }]
    : blockPlaces(text, list, index).map((at) => block(at, dashColumn(text, list), gap));
}

function newFile(text: string, pin: RulePin, eol: string): WithRule {
  const lines = ['version: 1', 'rules:', ...blockLines(pin, 2)];
  const start = text === '' || text.endsWith('\n') ? text : text + eol;
  return { text: `${start}${lines.join(eol)}${eol}`, index: 0 };
}

/** `rules: []` becomes a list of lines where it can, so that the next rules are easy to write. */
function emptyList(
  text: string,
  list: YAMLSeq,
  pin: RulePin,
  keyColumn: number,
  eol: string,
): readonly WithRule[] {
  const [from = 0, to = 0] = list.range ?? [];
  const inside = `${text.slice(0, from + 1)}${ruleInBrackets(pin)}${text.slice(from + 1)}`;
  const brackets = { text: inside, index: 0 };
  if (!/^\[[ \t]*\]$/.test(text.slice(from, to))) return [brackets];
  const before = text.slice(0, from).replace(/[ \t]+$/, '');
  const after = text.slice(to);
  const cut = before + after;
  const lines = blockLines(pin, keyColumn + 2);
  return [{ text: insertLines(cut, lineEnd(cut, before.length), lines, eol), index: 0 }, brackets];
}

/** Offsets of line starts where an item of the list may begin. */
function blockPlaces(text: string, list: YAMLSeq, index: number): readonly number[] {
  const item = list.items[index] as Node | undefined;
  if (!item?.range) {
    const last = list.items.at(-1) as Node;
    const end = lineEnd(text, contentEnd(last) ?? text.length);
    return [pastDeeperComments(text, end, dashColumn(text, list)), end];
  }
  const start = lineStart(text, dashBefore(text, item.range[0]));
  // A comment right above a rule is about that rule.
  return [aboveComments(text, start), start];
}

/** Where the last word of a value ends: the range of a block takes the comments below with it. */
function contentEnd(node: Node | null): number | undefined {
  if (isSeq(node) && !node.flow) return contentEnd(node.items.at(-1) as Node) ?? node.range?.[1];
  if (!isMap(node) || node.flow) return node?.range?.[1];
  const last = node.items.at(-1);
  return contentEnd(last?.value as Node | null) ?? contentEnd(last?.key as Node | null);
}

/** Items have their dash somewhere before them; an anchor or a tag may stand in between. */
function dashBefore(text: string, offset: number): number {
  return text.lastIndexOf('-', offset - 1);
}

function dashColumn(text: string, list: YAMLSeq): number {
  return columnOf(text, list.range?.[0] ?? 0);
}

function aboveComments(text: string, start: number): number {
  let at = start;
  while (at > 0) {
    const above = lineStart(text, at - 1);
    if (!/^[ \t]*#/.test(text.slice(above, at))) return at;
    at = above;
  }
  return at;
}

function pastDeeperComments(text: string, start: number, column: number): number {
  let at = start;
  while (at < text.length) {
    const end = lineEnd(text, at + 1);
    const indent = /^([ \t]*)#/.exec(text.slice(at, end))?.[1]?.length ?? -1;
    if (indent <= column) return at;
    at = end;
  }
  return at;
}

/** Whether the rules of the file have blank lines between them. */
function hasGaps(text: string, list: YAMLSeq): boolean {
  const [first, second] = list.items as Node[];
  const end = first && contentEnd(first);
  if (end === undefined || !second?.range) return false;
  return /\n[ \t]*\r?\n/.test(text.slice(end - 1, second.range[0]));
}

function blockLines(pin: RulePin, column: number, gap?: 'above' | 'below'): readonly string[] {
  const indent = ' '.repeat(column);
  const lines = ruleLines(pin).map((line) => indent + line);
  return [...(gap === 'above' ? [''] : []), ...lines, ...(gap === 'below' ? [''] : [])];
}

/** @param at start of a line, or the end of a file without a last line break */
function insertLines(text: string, at: number, lines: readonly string[], eol: string): string {
  const head = text.slice(0, at);
  const isOpen = head !== '' && !head.endsWith('\n');
  const piece = isOpen ? eol + lines.join(eol) : lines.join(eol) + eol;
  return head + piece + text.slice(at);
}

function insertInBrackets(
  text: string,
  list: YAMLSeq,
  index: number,
  pin: RulePin,
  eol: string,
): string {
  const isLast = index >= list.items.length;
  const item = list.items[isLast ? list.items.length - 1 : index] as Node;
  const [from, to] = item.range ?? [0, 0];
  const before = text.slice(lineStart(text, from), from);
  const gap = /^[ \t]*$/.test(before) ? eol + before : ' ';
  const rule = ruleInBrackets(pin);
  const at = isLast ? to : from;
  const piece = isLast ? `,${gap}${rule}` : `${rule},${gap}`;
  return text.slice(0, at) + piece + text.slice(at);
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The start of the next line; `offset` itself where it is one. */
function lineEnd(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
