import type { JsonObject, JsonValue } from '../../../base/json-text.js';
import { isJsonObject } from '../../../base/json-text.js';
import { ownProp } from '../../act/prop.js';
import type { TemplateNode } from '../../template/card-template.js';
import { flag, prop, shown, size } from '../prop-values.js';
import type { BuildPlace, ComponentBuilder } from '../view-builder.js';
import type { ChartNode, NodeFrame } from '../view-node.js';
import type { Colour } from '../view-style.js';
import { type DataSource, dataSource, entriesOf } from './data-source.js';
import { insetFrame } from './inset-frame.js';
import { numberOf } from './number-value.js';
import { localeText, plainText } from './plain-text.js';

/** Drawn also without data, so that its place is seen (template-format §2.7). */
export const chart: ComponentBuilder = (node, at) => {
  const frame = insetFrame(at, node);
  const source = dataSource(at, node, 'data');
  const value = chartValue(source);
  const title = titleOf(ownProp(value, 'config'), at);
  return {
    ...frame,
    kind: 'chart',
    chart: kindOf(source, value),
    series: seriesOf(source, value),
    ...(title === '' ? undefined : { title }),
    height: heightOf(at, node, frame),
  };
};

function chartValue(source: DataSource): JsonObject {
  if (isJsonObject(source.value)) return source.value;
  if (source.value !== undefined) source.find('D151', { value: shown(source.value) });
  return {};
}

const kinds: ReadonlyMap<JsonValue | undefined, ChartNode['chart']> = new Map([
  ['lineChart', 'line'],
  ['histogram', 'bar'],
  ['pieChart', 'pie'],
]);

function kindOf(source: DataSource, value: JsonObject): ChartNode['chart'] {
  const type = ownProp(value, 'type');
  const kind = kinds.get(type);
  if (kind !== undefined) return kind;
  if (Object.keys(value).length > 0) {
    source.find('D156', { value: type === undefined ? '' : shown(type) }, '.type');
  }
  return 'line';
}

const palette: readonly Colour[] = [
  '#0089ff',
  '#00b042',
  '#f89125',
  '#e14a00',
  '#7b61ff',
  '#00b3c8',
  '#f25c9a',
  '#f8bd0a',
];

/** More than a card has room for. */
const MAX_POINTS = 2000;
const MAX_SERIES = 50;

/** Rows of one `type` are one series; rows whose `y` is no number are left out. */
function seriesOf(source: DataSource, value: JsonObject): ChartNode['series'] {
  const series = new Map<string, { readonly x: string; readonly y: number }[]>();
  const rows = entriesOf(source, ownProp(value, 'data'), MAX_POINTS, '.data');
  for (const [index, row] of rows.entries()) {
    const inside = `.data[${index}]`;
    if (!isJsonObject(row)) {
      source.find('D152', { value: shown(row) }, inside);
      continue;
    }
    const y = numberOf(ownProp(row, 'y'));
    if (y === undefined) {
      source.find('D155', { value: shown(ownProp(row, 'y')) }, `${inside}.y`);
      continue;
    }
    const name = plainText(ownProp(row, 'type'));
    const points = series.get(name);
    const point = { x: plainText(ownProp(row, 'x')), y };
    if (points !== undefined) points.push(point);
    else series.set(name, [point]);
  }
  if (series.size > MAX_SERIES) {
    source.find('D153', { count: series.size, shown: MAX_SERIES }, '.data');
  }
  return [...series].slice(0, MAX_SERIES).map(([name, points], index) => ({
    name,
    colour: palette[index % palette.length] ?? '#0089ff',
    points,
  }));
}

/** `config` is G2-like: a title is a text or `{text}`; everything else of it is left to painters. */
function titleOf(config: JsonValue | undefined, at: BuildPlace): string {
  if (!isJsonObject(config)) return '';
  const title = ownProp(config, 'title');
  const text = isJsonObject(title) ? (ownProp(title, 'text') ?? title) : title;
  return localeText(text, at.evaluation.switches.language);
}

const MIN_HEIGHT = 60;

function heightOf(at: BuildPlace, node: TemplateNode, frame: NodeFrame): number {
  if (flag(at, node, 'isFixedHeight')) return Math.max(MIN_HEIGHT, size(at, node, 'height', 300));
  const ratio = numberOf(at.evaluation.value(prop(node, 'aspectRatio'), at.place)) ?? 2;
  const { left = 0, right = 0 } = frame.margin ?? {};
  const width = at.evaluation.switches.width - left - right;
  return Math.max(MIN_HEIGHT, Math.round(width / Math.max(0.2, Math.min(10, ratio))));
}
