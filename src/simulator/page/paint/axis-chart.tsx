import { type Scale, scaleOf, shortFigure } from './chart-scale.js';

/** A series ready for drawing. */
export interface DrawnSeries {
  readonly name: string;
  readonly colour: string;
  readonly points: readonly { readonly x: string; readonly y: number }[];
}

export interface AxisChartProps {
  readonly kind: 'line' | 'bar';
  readonly series: readonly DrawnSeries[];
  readonly width: number;
  readonly height: number;
  readonly label: string;
}

const MARGIN = { left: 36, right: 8, top: 8, bottom: 22 };
/** A label below the axis needs about this much room. */
const LABEL_WIDTH = 48;

/** Lines or bars over a common axis. Every point has a title, which is what a reader hears. */
export function AxisChart({ kind, series, width, height, label }: AxisChartProps) {
  const xs = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))];
  const scale = scaleOf(series.flatMap(({ points }) => points.map(({ y }) => y)));
  const inner = {
    width: width - MARGIN.left - MARGIN.right,
    height: height - MARGIN.top - MARGIN.bottom,
  };
  const slot = inner.width / Math.max(xs.length, 1);
  const place: Place = {
    x: new Map(xs.map((x, index) => [x, MARGIN.left + slot * (index + 0.5)])),
    y: (value) => MARGIN.top + ((scale.high - value) / (scale.high - scale.low)) * inner.height,
    slot,
  };
  const every = Math.max(Math.ceil((xs.length * LABEL_WIDTH) / inner.width), 1);
  return (
    <svg className="dt-svg" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <Axis scale={scale} place={place} width={width} />
      {xs.map(
        (x, index) =>
          index % every === 0 && (
            <text key={x} x={place.x.get(x)} y={height - 6} textAnchor="middle">
              {shortened(x, (every * inner.width) / xs.length)}
            </text>
          ),
      )}
      {kind === 'line'
        ? series.map((one, index) => <Line key={index} series={one} place={place} />)
        : series.map((one, index) => (
            <Bars key={index} series={one} at={index} of={series.length} place={place} />
          ))}
    </svg>
  );
}

interface Place {
  readonly x: ReadonlyMap<string, number>;
  readonly y: (value: number) => number;
  readonly slot: number;
}

function Axis({ scale, place, width }: { scale: Scale; place: Place; width: number }) {
  return scale.marks.map((mark) => (
    <g key={mark}>
      <line
        className={mark === 0 ? 'dt-axis dt-axis--zero' : 'dt-axis'}
        x1={MARGIN.left}
        x2={width - MARGIN.right}
        y1={place.y(mark)}
        y2={place.y(mark)}
      />
      <text x={MARGIN.left - 6} y={place.y(mark) + 3} textAnchor="end">
        {shortFigure(mark)}
      </text>
    </g>
  ));
}

function Line({ series, place }: { series: DrawnSeries; place: Place }) {
  const at = series.points.map(({ x, y }) => ({ left: place.x.get(x) ?? 0, top: place.y(y) }));
  return (
    <g>
      <polyline
        fill="none"
        stroke={series.colour}
        strokeWidth={2}
        strokeLinejoin="round"
        points={at.map(({ left, top }) => `${left.toFixed(1)},${top.toFixed(1)}`).join(' ')}
      />
      {series.points.map((point, index) => (
        <circle key={index} cx={at[index]?.left} cy={at[index]?.top} r={2.5} fill={series.colour}>
          <title>{titleOf(series, point)}</title>
        </circle>
      ))}
    </g>
  );
}

interface BarsProps {
  readonly series: DrawnSeries;
  readonly at: number;
  readonly of: number;
  readonly place: Place;
}

function Bars({ series, at, of, place }: BarsProps) {
  const width = Math.min((place.slot * 0.7) / of, 24);
  return series.points.map((point, index) => {
    const zero = place.y(0);
    const top = place.y(point.y);
    return (
      <rect
        key={index}
        x={(place.x.get(point.x) ?? 0) + (at - of / 2) * width}
        y={Math.min(top, zero)}
        width={Math.max(width - 1, 0.5)}
        height={Math.abs(zero - top)}
        rx={Math.min(2, width / 4)}
        fill={series.colour}
      >
        <title>{titleOf(series, point)}</title>
      </rect>
    );
  });
}

function titleOf(series: DrawnSeries, { x, y }: { x: string; y: number }): string {
  return series.name === '' ? `${x}: ${y}` : `${series.name}, ${x}: ${y}`;
}

/** Cut to the room there is, at about 10 units for a Chinese character. */
function shortened(text: string, room: number): string {
  const most = Math.max(Math.floor(room / 10), 2);
  const letters = Array.from(text);
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}
