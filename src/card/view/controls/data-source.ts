import type { JsonValue } from '../../../base/json-text.js';
import { variableOf } from '../../act/prop.js';
import type { Frames } from '../../evaluate/evaluation.js';
import type { FindingParams } from '../../finding.js';
import { type FindingCode, findingTable } from '../../finding-codes.js';
import type { CardTemplate, TemplateNode } from '../../template/card-template.js';
import { prop, shown } from '../prop-values.js';
import type { BuildPlace } from '../view-builder.js';

/** What a control reads from data, with a place to say what is wrong with it. */
export interface DataSource {
  /** The value of the binding; undefined where nothing was sent. */
  readonly value: JsonValue | undefined;
  /** @param inside path within the value, e.g. `.data[3].y` */
  find(code: FindingCode, params: FindingParams, inside?: string): void;
}

/** The binding in a prop of a node. */
export function dataSource(at: BuildPlace, node: TemplateNode, name: string): DataSource {
  const wrapper = prop(node, name);
  const value = read(at, wrapper);
  return {
    value: value === null || value === '' ? undefined : value,
    find(code, params, inside = '') {
      const variable = variableOf(wrapper);
      const path =
        variable === ''
          ? `${node.path}.props.${name}`
          : dataPath(at.evaluation.template, variable, at.place.frames);
      at.find({
        code,
        severity: findingTable[code].severity,
        path: path + inside,
        params: { component: node.componentName, prop: name, ...params },
      });
    },
  };
}

/** A bare text names the variable, unless it is a number or has something to fill in. */
function read({ evaluation, place }: BuildPlace, wrapper: JsonValue | undefined) {
  if (typeof wrapper !== 'string' || !/^[^\d\s${-][^\s${]*$/.test(wrapper)) {
    return wrapper === undefined ? undefined : evaluation.value(wrapper, place);
  }
  return evaluation.variable(wrapper, place, wrapper.includes('[0]'));
}

/** Path of a declared variable in the data, loop markers replaced by the current indexes. */
function dataPath(template: CardTemplate, variable: string, frames: Frames): string {
  const top = /^[^.[]*/.exec(variable)?.[0] ?? '';
  let path = variable;
  for (const { listPath, index } of [...frames].reverse()) {
    if (!variable.startsWith(`${listPath}[0]`)) continue;
    const marker = listPath.length;
    path = `${path.slice(0, marker)}[${index}]${path.slice(marker + '[0]'.length)}`;
  }
  return `${scopeOf(template, top)}.${path}`;
}

function scopeOf({ variables, locals, expressions }: CardTemplate, name: string): string {
  if (locals.some((local) => local.name === name)) return 'localData';
  if (expressions.some((expression) => expression.name === name)) return 'expList';
  return variables.find((variable) => variable.name === name)?.private === true
    ? 'privateData'
    : 'cardParamMap';
}

/**
 * The entries of what should be a list, no more than `max` of them; none, with a finding, where it
 * is something else.
 */
export function entriesOf(
  source: DataSource,
  value: JsonValue | undefined,
  max: number,
  inside = '',
): readonly JsonValue[] {
  if (value === undefined || value === null || value === '') return [];
  if (!Array.isArray(value)) {
    source.find('D150', { value: shown(value) }, inside);
    return [];
  }
  const list = value as readonly JsonValue[];
  if (list.length <= max) return list;
  source.find('D153', { count: list.length, shown: max }, inside);
  return list.slice(0, max);
}
