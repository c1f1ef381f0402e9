import { fieldNames, flagNames } from './filter-names.js';
import type { FieldRef, FilterNode, PatternText, Wildcard } from './filter-node.js';
import { half } from './half-width.js';

/** A filter as text in its shortest form; read again it is the same filter. */
export function printFilter(node: FilterNode): string {
  switch (node.kind) {
    case 'all':
      return '';
    case 'and':
      return node.items
        .map((item) => (item.kind === 'or' ? grouped(item) : printFilter(item)))
        .join(' ');
    case 'or':
      return node.items.map(printFilter).join(' or ');
    case 'not': {
      const { item } = node;
      return `!${item.kind === 'and' || item.kind === 'or' ? grouped(item) : printFilter(item)}`;
    }
    case 'flag':
      return node.flag;
    case 'search':
      return printSearch(node.value);
    case 'searchFit':
      return `~${printPattern(node.pattern)}`;
    case 'is':
      return `${printField(node.field)}:${printValue(node.value)}`;
    case 'compare':
      return `${printField(node.field)}${node.operator}${printValue([node.value])}`;
    case 'fit':
      return `${printField(node.field)}~${printPattern(node.pattern)}`;
  }
}

function grouped(node: FilterNode): string {
  return `(${printFilter(node)})`;
}

function printField({ name, path }: FieldRef): string {
  return path === undefined ? name : `${name}.${bare(path)}`;
}

function printPattern({ source, flags }: PatternText): string {
  return `/${source}/${flags}`;
}

/** Words that would be something else stand in quotes. */
function printSearch(value: Wildcard): string {
  const [only = ''] = value;
  if (value.length > 1) return value.map(bare).join('*');
  return isSafe(only) && !isTaken(only) ? only : quoted(only);
}

function printValue(value: Wildcard): string {
  const [only = ''] = value;
  if (value.length > 1) return value.map(bare).join('*');
  return isSafe(only) ? only : quoted(only);
}

const special = /[\s\\"'“”‘’「」():=<>~!&|*/]/;

function isSafe(text: string): boolean {
  return text !== '' && !special.test(half(text));
}

/** A word that is a flag, a field or a sign of the language when it stands alone. */
function isTaken(word: string): boolean {
  const lower = half(word).replaceAll('。', '.').toLowerCase();
  return (
    ['and', 'or', 'not', ...flagNames].includes(lower) ||
    fieldNames.some((name) => name.toLowerCase() === lower) ||
    /^(?:var|param)\./.test(lower)
  );
}

function quoted(text: string): string {
  const inside = text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
  return `"${inside}"`;
}

/** Outside of quotes: a wildcard cannot be within them. */
function bare(text: string): string {
  let out = '';
  for (const char of text) {
    if (char === '\n') out += '\\n';
    else if (char === '\t') out += '\\t';
    else out += special.test(half(char)) ? `\\${char}` : char;
  }
  return out;
}
