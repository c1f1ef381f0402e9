import type { TableCell, TableNode } from '../card/view/view-node.js';
import { type Block, block, leafOf, textBlock } from './block.js';
import { paragraphsOf } from './flow.js';
import { sourceName } from './media-blocks.js';
import { type PaintPlace, plainLook, quietLook, rationed, regionOf } from './paint-context.js';
import type { Look } from './painted-card.js';
import { tableLines } from './table-lines.js';

/** More rows than this are counted instead of drawn. */
const mostRows = 200;

export function tableBlock(node: TableNode, place: PaintPlace): Block {
  const shown = Math.min(node.pageSize ?? mostRows, mostRows);
  const rows = node.rows.slice(0, shown);
  const plain = plainLook(place);
  const table = {
    align: [],
    head: node.columns.map(({ title }) =>
      paragraphsOf([{ text: rationed(title, place.context), look: { ...plain, bold: true } }]),
    ),
    rows: rows.map((row) =>
      row.map((cell) =>
        paragraphsOf([
          { text: rationed(cellText(cell, place), place.context), look: cellLook(cell, place) },
        ]),
      ),
    ),
    look: quietLook(place),
    maxLines: node.maxLines,
    weights: node.columns.map(({ weight }) => weight),
  };
  const leaf = leafOf((width) => {
    const { lines, spots } = tableLines(table, width);
    const regions = spots.flatMap(({ row, column, ...area }) => {
      const cell = rows[row]?.[column];
      if (!cell?.tap) return [];
      return [{ ...regionOf(node, { is: 'cell', row, column }, cell.key), ...area }];
    });
    return { lines, regions };
  });
  const body = block({ leaf, ...(node.tap ? { region: regionOf(node) } : {}) });
  const hidden = node.rows.length - rows.length;
  if (hidden <= 0) return body;
  const more = place.context.t('paint.moreRows', { count: hidden });
  return block({ children: [body, textBlock([{ text: more, look: quietLook(place) }])] });
}

function cellText(cell: TableCell, { context }: PaintPlace): string {
  const name = cell.image ? sourceName(cell.image) : '';
  const image = cell.image ? `[${[context.t('paint.image'), name].filter(Boolean).join(' ')}]` : '';
  const text = [image, cell.text].filter(Boolean).join(' ');
  return cell.button === undefined ? text : `[ ${text} ]`;
}

function cellLook(cell: TableCell, { context, under }: PaintPlace): Look {
  const button = { blue: '#007fff', gray: undefined, red: '#ff5219' } as const;
  const colour = cell.button === undefined ? cell.colour : button[cell.button];
  const own = context.palette.text(colour, under);
  return cell.tap?.enabled ? { ...own, underline: cell.button === undefined } : own;
}
