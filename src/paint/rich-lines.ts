import type { RichBlock, RichSpan } from '../card/markdown/rich-block.js';
import { type CellLine, cellsOf, type Run } from './cells.js';
import { breakLines, paragraphsOf } from './flow.js';
import { type PaintPlace, quietLook, rationed } from './paint-context.js';
import type { Look } from './painted-card.js';
import { tableLines } from './table-lines.js';
import { safeUrl, urlText } from './url-text.js';

/** Markdown, ready to be drawn in any width. Texts are cut into characters once. */
export interface RichPainter {
  draw(width: number): readonly CellLine[];
}

/** Lists and quotes deeper than this are left out. */
const deepest = 12;

/** @param look of plain text */
export function richPainter(
  blocks: readonly RichBlock[],
  look: Look,
  place: PaintPlace,
  depth = 0,
): RichPainter {
  const painters = blocks.map((part) => blockPainter(part, look, place, depth));
  return {
    draw(width) {
      const lines: CellLine[] = [];
      for (const [index, painter] of painters.entries()) {
        // A heading belongs to what follows it; items of a list stand together.
        const isTight = index === 0 || depth > 0 || blocks[index - 1]?.type === 'heading';
        if (!isTight) lines.push([]);
        for (const line of painter.draw(width)) lines.push(line);
      }
      return lines;
    },
  };
}

function blockPainter(part: RichBlock, look: Look, place: PaintPlace, depth: number): RichPainter {
  const quiet = quietLook(place);
  switch (part.type) {
    case 'paragraph':
      return flowing(spanRuns(part.spans, look, place));
    case 'heading':
      return flowing(spanRuns(part.spans, { ...look, bold: true }, place));
    case 'list':
      return listPainter(part, look, place, depth);
    case 'quote': {
      if (depth >= deepest) return flowing([{ text: '…', look }]);
      return prefixed(cellsOf('▎ ', quiet), richPainter(part.blocks, quiet, place, depth + 1));
    }
    case 'code': {
      const text = rationed(part.text, place.context).replaceAll('\t', '    ');
      return prefixed(cellsOf('│ ', quiet), flowing([{ text, look }]));
    }
    case 'rule':
      return { draw: (width) => [cellsOf('─'.repeat(width > 400 ? 3 : width), quiet)] };
    case 'table': {
      const cell = (spans: readonly RichSpan[], own: Look) =>
        paragraphsOf(spanRuns(spans, own, place));
      const table = {
        align: part.align,
        head: part.head.map((spans) => cell(spans, { ...look, bold: true })),
        rows: part.rows.map((row) => row.map((spans) => cell(spans, look))),
        look: quiet,
      };
      return { draw: (width) => tableLines(table, width).lines };
    }
  }
}

function flowing(runs: readonly Run[]): RichPainter {
  const paragraphs = paragraphsOf(runs);
  return { draw: (width) => breakLines(paragraphs, width) };
}

function listPainter(
  { ordered, start, items }: Extract<RichBlock, { type: 'list' }>,
  look: Look,
  place: PaintPlace,
  depth: number,
): RichPainter {
  if (depth >= deepest) return flowing([{ text: '…', look }]);
  const widest = ordered ? `${start + items.length - 1}. `.length : 2;
  const painters = items.map((blocks, index) => {
    const mark = ordered ? `${start + index}. ` : depth % 2 === 0 ? '• ' : '◦ ';
    const rest = cellsOf(' '.repeat(widest), look);
    const inner = richPainter(blocks, look, place, depth + 1);
    return prefixed(cellsOf(mark.padStart(widest), look), inner, rest);
  });
  return { draw: (width) => painters.flatMap((painter) => painter.draw(width)) };
}

/** The same mark before every line, or one before the first and another before the others. */
function prefixed(first: CellLine, inner: RichPainter, others: CellLine = first): RichPainter {
  return {
    draw(width) {
      const lines = inner.draw(Math.max(4, width - first.length));
      return lines.map((line, index) => [...(index === 0 ? first : others), ...line]);
    },
  };
}

function spanRuns(spans: readonly RichSpan[], look: Look, place: PaintPlace): Run[] {
  const { context, under } = place;
  return spans.flatMap((span): Run[] => {
    switch (span.type) {
      case 'text': {
        const { bold, italic, strike, colour } = span.style ?? {};
        const coloured = colour === undefined ? {} : context.palette.text(colour, under);
        const own = {
          ...look,
          ...coloured,
          ...(bold ? { bold } : {}),
          ...(italic ? { italic } : {}),
          ...(strike ? { strike } : {}),
        };
        return [{ text: rationed(span.text, context), look: own }];
      }
      case 'code':
        return [{ text: rationed(`\`${span.text}\``, context), look }];
      case 'break':
        return [{ text: '\n', look }];
      case 'link': {
        const url = safeUrl(span.url);
        const own: Look = { ...look, underline: true, ...(url === undefined ? {} : { url }) };
        const inner = spanRuns(span.spans, own, place);
        const text = inner.map((run) => run.text).join('');
        if (url === undefined || text === span.url) return inner;
        return [...inner, { text: ` (${urlText(span.url)})`, look: quietLook(place) }];
      }
      case 'image': {
        const name = span.alt === '' ? urlText(span.url) : span.alt;
        return [{ text: `[${context.t('paint.image')} ${name}]`, look: quietLook(place) }];
      }
      case 'at':
        return [{ text: rationed(span.text, context), look: { ...look, bold: true } }];
    }
  });
}
