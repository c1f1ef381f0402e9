import type { Wildcard } from './filter-node.js';

/**
 * Whether a text is, or holds, these pieces in this order, capital and small letters alike. Takes
 * time in proportion to the text.
 */
export function wildcardTest(value: Wildcard, reach: 'whole' | 'part'): (text: string) => boolean {
  const pieces = value.map((piece) => piece.toLowerCase());
  const [only = ''] = pieces;
  if (pieces.length === 1) {
    if (reach === 'part') return (text) => text.toLowerCase().includes(only);
    return (text) => text === value[0] || text.toLowerCase() === only;
  }
  if (pieces.every((piece) => piece === '')) return (text) => text !== '';
  const all = reach === 'part' ? ['', ...pieces, ''] : pieces;
  const first = all[0] as string;
  const last = all.at(-1) as string;
  const between = all.slice(1, -1);
  return (text) => {
    const lower = text.toLowerCase();
    const end = lower.length - last.length;
    if (end < first.length || !lower.startsWith(first) || !lower.endsWith(last)) return false;
    let at = first.length;
    for (const piece of between) {
      const found = lower.indexOf(piece, at);
      if (found < 0 || found + piece.length > end) return false;
      at = found + piece.length;
    }
    return true;
  };
}
