import type { ChartNode } from '../../../card/view/view-node.js';
import { AxisChart } from './axis-chart.js';
import { cssColour, px } from './css-value.js';
import { frameStyle } from './node-style.js';
import { type FaceProps, usePainting } from './painting.js';
import { PieChart } from './pie-chart.js';
import { useTap } from './use-gesture.js';
import { oneLine } from './visible-text.js';

/** Of a chart's drawing area, in its own units. */
const WIDTH = 376;
const MOST_POINTS = 400;

export function ChartFace({ node, flow }: FaceProps<ChartNode>) {
  const { word } = usePainting();
  const tap = useTap(node.key, node.tap, node.tooltip);
  const series = node.series.slice(0, 50).map(({ name, colour, points }) => ({
    name: oneLine(name),
    colour: cssColour(colour) ?? '#007fff',
    points: points
      .slice(0, MOST_POINTS)
      .map(({ x, y }) => ({ x: oneLine(x), y: Number.isFinite(y) ? y : 0 })),
  }));
  const isEmpty = series.every(({ points }) => points.length === 0);
  const height = Math.min(Math.max(px(node.height) ?? 180, 80), 1000);
  const title = oneLine(node.title ?? '');
  return (
    <figure {...tap} className="dt-chart" style={frameStyle(node, flow)}>
      {title !== '' && <figcaption>{title}</figcaption>}
      {isEmpty ? (
        <div className="dt-chart-empty" style={{ height }}>
          {word('chart.empty')}
        </div>
      ) : node.chart === 'pie' ? (
        <PieChart series={series} height={height} label={title || word('chart.table')} />
      ) : (
        <AxisChart
          kind={node.chart}
          series={series}
          width={WIDTH}
          height={height}
          label={title || word('chart.table')}
        />
      )}
      {!isEmpty && node.chart !== 'pie' && series.some(({ name }) => name !== '') && (
        <Legend series={series} />
      )}
    </figure>
  );
}

function Legend({ series }: { series: readonly { name: string; colour: string }[] }) {
  return (
    <ul className="dt-legend">
      {series.map(({ name, colour }, index) => (
        <li key={index}>
          <i style={{ backgroundColor: colour }} />
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}
