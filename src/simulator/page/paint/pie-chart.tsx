import type { DrawnSeries } from './axis-chart.js';
import { shortFigure } from './chart-scale.js';

const palette = [
  '#007fff',
  '#00b042',
  '#ff9200',
  '#ff5219',
  '#7a5af8',
  '#00b8d9',
  '#f25caf',
  '#8ac926',
  '#c79a00',
  '#7e868e',
];

export interface PieChartProps {
  readonly series: readonly DrawnSeries[];
  readonly height: number;
  readonly label: string;
}

/** A ring with its list of shares. Negative values have no share. */
export function PieChart({ series, height, label }: PieChartProps) {
  const points = series.flatMap(({ name, colour, points: own }) =>
    own.map(({ x, y }) => ({
      name: x || name,
      value: Math.max(y, 0),
      colour: series.length > 1 ? colour : undefined,
    })),
  );
  const slices = slicesOf(points);
  return (
    <div className="dt-pie">
      <svg
        className="dt-svg"
        viewBox="-50 -50 100 100"
        role="img"
        aria-label={label}
        style={{ width: Math.min(height, 160), height: Math.min(height, 160) }}
      >
        {slices.map(({ name, value, share, from, colour }, index) =>
          share <= 0 ? null : (
            <path key={index} d={slicePath(from, share)} fill={colour} fillRule="evenodd">
              <title>{`${name}: ${value} (${percent(share)})`}</title>
            </path>
          ),
        )}
      </svg>
      <ul className="dt-legend dt-legend--column">
        {slices.map(({ name, value, share, colour }, index) => (
          <li key={index}>
            <i style={{ backgroundColor: colour }} />
            <bdi>{name}</bdi>
            <span>
              {shortFigure(value)} · {percent(share)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Point {
  readonly name: string;
  readonly value: number;
  readonly colour: string | undefined;
}

function slicesOf(points: readonly Point[]) {
  const total = points.reduce((sum, { value }) => sum + value, 0);
  let turned = 0;
  return points.map(({ name, value, colour }, index) => {
    const share = total > 0 && Number.isFinite(total) ? value / total : 0;
    const from = turned;
    turned += share;
    return { name, value, share, from, colour: colour ?? palette[index % palette.length] ?? '' };
  });
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`;
}

/** A slice of a ring, from and share as parts of the whole. */
function slicePath(from: number, share: number): string {
  if (share > 0.9999) return `${circle(48)} ${circle(28)}`;
  const [a, b] = [from * 2 * Math.PI, (from + share) * 2 * Math.PI];
  const large = share > 0.5 ? 1 : 0;
  return `M${at(a, 48)} A48 48 0 ${large} 1 ${at(b, 48)} L${at(b, 28)} A28 28 0 ${large} 0 ${at(a, 28)} Z`;
}

function at(angle: number, radius: number): string {
  return `${(Math.sin(angle) * radius).toFixed(2)} ${(-Math.cos(angle) * radius).toFixed(2)}`;
}

function circle(radius: number): string {
  return `M0 ${-radius} A${radius} ${radius} 0 1 1 0 ${radius} A${radius} ${radius} 0 1 1 0 ${-radius} Z`;
}
