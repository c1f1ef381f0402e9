import { type ReactNode, useState } from 'react';
import type { TableCell, TableNode } from '../../../card/view/view-node.js';
import { cssColour, px } from './css-value.js';
import { frameStyle } from './node-style.js';
import { type FaceProps, usePainting } from './painting.js';
import { Picture } from './picture.js';
import { useTap } from './use-gesture.js';
import { oneLine, visibleText } from './visible-text.js';

/** Rows drawn at once when the table has no pages. */
const MOST_ROWS = 500;

export function TableFace({ node, flow }: FaceProps<TableNode>) {
  const { columns, rows, zebra } = node;
  const [asked, setPage] = useState(0);
  const size = Math.max(Math.floor(node.pageSize ?? MOST_ROWS), 1);
  const pages = Math.max(Math.ceil(rows.length / size), 1);
  const page = Math.min(asked, pages - 1);
  const total = columns.reduce((sum, { weight }) => sum + Math.max(weight, 0), 0);
  return (
    <div className="dt-table-box" style={frameStyle(node, flow)} title={node.tooltip}>
      <div className="dt-table-scroll">
        <table
          className={zebra ? 'dt-table dt-table--zebra' : 'dt-table'}
          style={node.scrollWidth === undefined ? {} : { width: px(node.scrollWidth) }}
        >
          <colgroup>
            {columns.map(({ weight }, index) => (
              <col
                key={index}
                style={total > 0 ? { width: `${(Math.max(weight, 0) / total) * 100}%` } : {}}
              />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map(({ title }, index) => (
                <th key={index} scope="col" style={{ padding: px(node.cellPadding) }}>
                  <bdi>{oneLine(title)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(page * size, (page + 1) * size).map((row, at) => (
              <tr key={row[0]?.key ?? at}>
                {row.map((cell) => (
                  <td key={cell.key} style={{ padding: px(node.cellPadding) }}>
                    <Cell cell={cell} maxLines={node.maxLines} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 && <Pages page={page} pages={pages} setPage={setPage} />}
    </div>
  );
}

function Cell({ cell, maxLines }: { cell: TableCell; maxLines: number }) {
  const tap = useTap(cell.key, cell.tap);
  const text = (
    <span
      className={maxLines > 0 ? 'dt-clamp dt-isolate' : 'dt-isolate'}
      style={maxLines > 0 ? { WebkitLineClamp: maxLines } : {}}
    >
      {visibleText(cell.text)}
    </span>
  );
  return (
    <span
      {...tap}
      className={`dt-cell${cell.button ? ` dt-cell--button dt-cell--${cell.button}` : ''}`}
      style={{ color: cssColour(cell.colour) }}
    >
      {cell.image && cell.image.kind !== 'none' && (
        <CellImage size={cell.imageSize ?? 30}>
          <Picture source={cell.image} alt="" fit="cover" />
        </CellImage>
      )}
      {text}
    </span>
  );
}

function CellImage({ size, children }: { size: number; children: ReactNode }) {
  return (
    <span className="dt-cell-image" style={{ width: px(size), height: px(size) }}>
      {children}
    </span>
  );
}

interface PagesProps {
  readonly page: number;
  readonly pages: number;
  readonly setPage: (page: number) => void;
}

function Pages({ page, pages, setPage }: PagesProps) {
  const { word, control } = usePainting();
  const step = (by: number, label: string, mark: string) => (
    <button
      type="button"
      className="dt-page"
      aria-label={label}
      {...control}
      disabled={page + by < 0 || page + by >= pages}
      onClick={(event) => {
        event.stopPropagation();
        setPage(page + by);
      }}
    >
      {mark}
    </button>
  );
  return (
    <div className="dt-pages">
      {step(-1, word('table.previous'), '‹')}
      <span>
        {page + 1} / {pages}
      </span>
      {step(1, word('table.next'), '›')}
    </div>
  );
}
