import type { ChartNode } from '../card/view/view-node.js';
import { type Block, block, leafOf, textBlock } from './block.js';
import { type CellLine, cellsOf, lineCells } from './cells.js';
import { cutCells } from './flow.js';
import { type PaintPlace, plainLook, quietLook, rationed, regionOf } from './paint-context.js';
import type { Look } from './painted-card.js';

const mostPoints = 60;
const mostBars = 24;
const mostSeries = 12;
const steps = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

type Series = ChartNode['series'][number];

/** Bars as rows, lines as sparklines, pies as a list of shares. */
export function chartBlock(node: ChartNode, place: PaintPlace): Block {
  const { t } = place.context;
  const region = node.tap ? { region: regionOf(node) } : {};
  const series = node.series.slice(0, mostSeries).map((one) => readable(one, place));
  const isEmpty = series.every(({ points }) => points.length === 0);
  const title = node.title ?? '';
  const head: Look = { ...plainLook(place), bold: true };
  const body = isEmpty
    ? textBlock([{ text: `[${t('paint.chartEmpty')}]`, look: quietLook(place) }])
    : block({ leaf: leafOf((width) => ({ lines: linesOf(node.chart, series, place, width) })) });
  if (title === '') return { ...body, ...region };
  const name = textBlock([{ text: rationed(title, place.context), look: head }]);
  return block({ children: [name, body], ...region });
}

/** Figures that can be drawn, and no endless names. */
function readable(series: Series, { context }: PaintPlace): Series {
  const points = series.points
    .filter(({ y }) => Number.isFinite(y))
    .slice(-mostPoints)
    .map(({ x, y }) => ({ x: rationed(x, context), y }));
  return { ...series, name: rationed(series.name, context), points };
}

function linesOf(
  chart: ChartNode['chart'],
  series: readonly Series[],
  place: PaintPlace,
  width: number,
): readonly CellLine[] {
  const room = Math.min(width, 100);
  switch (chart) {
    case 'line':
      return series.flatMap((one) => sparkline(one, place, room));
    case 'bar':
      return barLines(series, place, room);
    case 'pie':
      return pieLines(series, place, room);
  }
}

function sparkline(series: Series, place: PaintPlace, width: number): readonly CellLine[] {
  const { points, name, colour } = series;
  if (points.length === 0) return [];
  const values = points.map(({ y }) => y);
  const least = Math.min(...values);
  const most = Math.max(...values);
  const seen = values.slice(-Math.max(4, width));
  const marks = seen.map((y) => {
    const share = most === least ? 0.5 : (y - least) / (most - least);
    return steps[Math.min(steps.length - 1, Math.floor(share * steps.length))] ?? '▁';
  });
  const own = place.context.palette.text(colour, place.under);
  const first = points[points.length - seen.length]?.x ?? '';
  const last = points.at(-1)?.x ?? '';
  const span = first === last ? first : `${first} … ${last}`;
  const figures = `${figure(least)}–${figure(most)}`;
  const facts = [name, span, figures].filter(Boolean).join('  ');
  return [cellsOf(marks.join(''), own), cutCells(cellsOf(facts, quietLook(place)), width)];
}

interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly look: Look;
}

function barLines(
  series: readonly Series[],
  place: PaintPlace,
  width: number,
): readonly CellLine[] {
  const isNamed = series.length > 1;
  const bars = series.flatMap(({ name, colour, points }): Bar[] =>
    points.map(({ x, y }) => ({
      label: isNamed ? `${x} ${name}` : x,
      value: y,
      text: figure(y),
      look: place.context.palette.text(colour, place.under),
    })),
  );
  const most = bars.reduce((top, { value }) => Math.max(top, Math.abs(value)), 0);
  return drawBars(bars, most, place, width);
}

function pieLines(
  series: readonly Series[],
  place: PaintPlace,
  width: number,
): readonly CellLine[] {
  const slices = series.flatMap(({ name, colour, points }) =>
    points.map(({ x, y }) => ({ label: x || name, colour, value: Math.max(0, y) })),
  );
  const all = slices.reduce((sum, { value }) => sum + value, 0);
  const bars = slices.map(({ label, colour, value }): Bar => {
    const share = all > 0 ? (value / all) * 100 : 0;
    const look = place.context.palette.text(colour, place.under);
    return { label, value, text: `${figure(value)}  ${share.toFixed(1)}%`, look };
  });
  return drawBars(bars, all, place, width);
}

function drawBars(
  bars: readonly Bar[],
  most: number,
  place: PaintPlace,
  width: number,
): readonly CellLine[] {
  const shown = bars.slice(0, mostBars);
  const plain = plainLook(place);
  const labels = shown.map(({ label }) => cellsOf(label, plain));
  const labelRoom = Math.min(
    Math.max(4, Math.floor(width / 3)),
    Math.max(1, ...labels.map(lineCells)),
  );
  const texts = shown.map(({ text }) => cellsOf(text, plain));
  const textRoom = Math.max(1, ...texts.map(lineCells));
  const room = Math.max(3, Math.min(40, width - labelRoom - textRoom - 2));
  const lines = shown.map(({ value, look }, index): CellLine => {
    const label = cutCells(labels[index] ?? [], labelRoom);
    const pad = cellsOf(' '.repeat(labelRoom - lineCells(label) + 1), plain);
    const cells = most > 0 ? Math.round((Math.abs(value) / most) * room) : 0;
    const bar = cellsOf((value < 0 ? '▒' : '█').repeat(Math.max(value === 0 ? 0 : 1, cells)), look);
    return [...label, ...pad, ...bar, ...cellsOf(' ', plain), ...(texts[index] ?? [])];
  });
  const hidden = bars.length - shown.length;
  if (hidden === 0) return lines;
  const more = place.context.t('paint.moreRows', { count: hidden });
  return [...lines, cellsOf(more, quietLook(place))];
}

function figure(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e12) return String(value);
  return String(Number(value.toPrecision(4)));
}
