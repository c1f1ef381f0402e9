import type { JsonObject, JsonValue } from '../../../base/json-text.js';
import { isJsonObject } from '../../../base/json-text.js';
import { ownProp } from '../../act/prop.js';
import type { TemplateNode } from '../../template/card-template.js';
import { flag, prop, shown, size } from '../prop-values.js';
import type { BuildPlace, ComponentBuilder } from '../view-builder.js';
import type { TableNode } from '../view-node.js';
import { type DataSource, dataSource, entriesOf } from './data-source.js';
import { insetFrame } from './inset-frame.js';
import { numberOf } from './number-value.js';
import { localeText } from './plain-text.js';
import { tableCell } from './table-cell.js';

/** `{meta, data}` as data (template-format §2.7); drawn also without, so that its place is seen. */
export const table: ComponentBuilder = (node, at) => {
  const source = dataSource(at, node, 'data');
  const value = tableValue(source);
  const columns = columnsOf(source, value, at);
  const rows = rowsOf(source, value);
  return {
    ...insetFrame(at, node),
    kind: 'table',
    columns: columns.map(({ title, weight }) => ({ title, weight })),
    rows: rows.map(({ entry, index: row }) =>
      columns.map(({ alias, type, index: column }) =>
        tableCell({ at, node, source, type, row, column, alias }, ownProp(entry, alias)),
      ),
    ),
    zebra: flag(at, node, 'enableZebraColor'),
    maxLines: Math.round(size(at, node, 'maxLine', 1)),
    cellPadding: size(at, node, 'cellPadding', 4),
    ...paging(at, node),
  };
};

function paging(at: BuildPlace, node: TemplateNode): Pick<TableNode, 'pageSize' | 'scrollWidth'> {
  const scrolls = flag(at, node, 'enableScroll') ? scrollWidth(at, node) : 0;
  return {
    ...(flag(at, node, 'enablePagination')
      ? { pageSize: Math.max(1, Math.round(size(at, node, 'pageNum', 5))) }
      : undefined),
    ...(scrolls > 0 ? { scrollWidth: scrolls } : undefined),
  };
}

const MAX_WIDTH = 10_000;

function scrollWidth({ evaluation, place }: BuildPlace, node: TemplateNode): number {
  return Math.min(
    MAX_WIDTH,
    numberOf(evaluation.value(prop(node, 'scrollAreaWidth'), place)) ?? 600,
  );
}

function tableValue(source: DataSource): JsonObject {
  if (isJsonObject(source.value)) return source.value;
  if (source.value !== undefined) source.find('D151', { value: shown(source.value) });
  return {};
}

interface Column {
  readonly alias: string;
  readonly title: string;
  readonly type: string;
  readonly weight: number;
  /** Within `meta`. */
  readonly index: number;
}

const MAX_COLUMNS = 30;

/** Weights are percentages; a column without one gets an even share. */
function columnsOf(source: DataSource, value: JsonObject, at: BuildPlace): readonly Column[] {
  const meta = entriesOf(source, ownProp(value, 'meta'), MAX_COLUMNS, '.meta');
  return meta.flatMap((entry, index) => {
    const alias = isJsonObject(entry) ? ownProp(entry, 'alias') : undefined;
    if (!isJsonObject(entry) || typeof alias !== 'string') {
      source.find('D152', { value: shown(entry) }, `.meta[${index}]`);
      return [];
    }
    const weight = numberOf(ownProp(entry, 'weight')) ?? 0;
    const type = ownProp(entry, 'dataType');
    return [
      {
        alias,
        title: localeText(ownProp(entry, 'aliasName') ?? alias, at.evaluation.switches.language),
        type: typeof type === 'string' ? type : '',
        weight: weight > 0 ? weight : 100 / meta.length,
        index,
      },
    ];
  });
}

const MAX_ROWS = 500;

interface Row {
  readonly entry: JsonObject;
  /** Within `data`. */
  readonly index: number;
}

function rowsOf(source: DataSource, value: JsonObject): readonly Row[] {
  const rows: readonly JsonValue[] = entriesOf(source, ownProp(value, 'data'), MAX_ROWS, '.data');
  return rows.flatMap((entry, index) => {
    if (isJsonObject(entry)) return [{ entry, index }];
    source.find('D152', { value: shown(entry) }, `.data[${index}]`);
    return [];
  });
}
