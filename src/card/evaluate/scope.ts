import { isJsonObject, type JsonValue } from '../../base/json-text.js';
import { isReservedName } from '../data/reserved-names.js';
import type { ExpressionVariable, Variable } from '../template/card-template.js';
import type { EvaluationInput, Frames, Place } from './evaluation.js';
import type { ExpressionNode } from './expression-node.js';
import type { FindingLog } from './finding-log.js';
import { parseExpression } from './parse-expression.js';
import { freshBudget, OverBudget, runExpression } from './run-expression.js';
import { isTruthy, textOf } from './value-text.js';
import { fieldOf, loopOf, type PathSegment, parsePath, walk } from './variable-path.js';

/** Values of variables by path (template-format §3.3, §3.6). */
export interface Scope {
  /** @param isLoop a declared path of a loop's item, `items[0].f`; else from the root or `loop.…` */
  read(path: string, place: Place, isLoop: boolean): JsonValue | undefined;
  /** `cardData.x` or `cardPrivateData.x` of what a callback answered; nothing outside of callbacks. */
  readEvent(path: string, place: Place): JsonValue | undefined;
}

/** Expressions may name each other this often. */
const DEEPEST = 40;

export function createScope(input: EvaluationInput, log: FindingLog): Scope {
  const { template, data, switches, settings } = input;
  const locals = byName(template.locals);
  const expressions = byName(template.expressions);
  const variables = byName(template.variables);
  const flowStatusName = flowStatusNameOf(input);
  const paths = new Map<string, readonly PathSegment[] | undefined>();
  const budget = freshBudget();
  const nodes = new Map<ExpressionVariable, ExpressionNode | undefined>();
  const fixed = new Map<ExpressionVariable, JsonValue | undefined>();
  const perItem = new Map<ExpressionVariable, WeakMap<Frames, { value: JsonValue | undefined }>>();
  const running: Running[] = [];

  const segmentsOf = (path: string): readonly PathSegment[] | undefined => {
    if (!paths.has(path)) paths.set(path, parsePath(path));
    return paths.get(path);
  };

  const root = (name: string, frames: Frames): JsonValue | undefined => {
    if (name === flowStatusName && switches.flowStatus !== undefined) {
      const isNumber = variables.get(name)?.type === 'number';
      return isNumber ? Number(switches.flowStatus) : switches.flowStatus;
    }
    if (locals.has(name)) return fieldOf(data.localData, name);
    const expression = expressions.get(name);
    if (expression !== undefined) return valueOf(expression, frames);
    const variable = variables.get(name);
    if (variable === undefined && !isReservedName(name)) {
      const inside = running.at(-1)?.expression.path;
      log.find('T300', name, { name }, inside && `${inside}.expContent`);
    }
    if (variable?.private === true) {
      const own = fieldOf(data.cardPrivateData, name);
      if (typeof own === 'object' ? own !== null : textOf(own) !== '') return own;
    }
    return fieldOf(data.cardData, name);
  };

  const valueOf = (expression: ExpressionVariable, frames: Frames): JsonValue | undefined => {
    if (fixed.has(expression)) return fixed.get(expression);
    const known = perItem.get(expression)?.get(frames);
    if (known !== undefined) {
      touchLoop(running);
      return known.value;
    }
    const { name } = expression;
    if (running.some((one) => one.expression === expression)) {
      const cycle = running.map((one) => one.expression.name).join(' → ');
      log.find('T303', name, { name, cycle: `${cycle} → ${name}` }, expression.path);
      return '';
    }
    if (running.length >= DEEPEST) {
      log.find('T304', name, { name }, expression.path);
      return '';
    }
    const node = nodeOf(expression);
    if (node === undefined) return '';
    const current: Running = { expression, usesLoop: false };
    running.push(current);
    const value = run(expression, node, frames, current);
    running.pop();
    if (current.usesLoop) {
      touchLoop(running);
      const items = perItem.get(expression) ?? new WeakMap();
      perItem.set(expression, items.set(frames, { value }));
    } else {
      fixed.set(expression, value);
    }
    return value;
  };

  const nodeOf = (expression: ExpressionVariable): ExpressionNode | undefined => {
    if (!nodes.has(expression)) {
      const parsed = parseExpression(expression.expContent);
      if (!parsed.ok) {
        const { why, found, column } = parsed.problem;
        const params = { name: expression.name, why, found, column };
        log.find('T301', expression.name, params, `${expression.path}.expContent`);
      }
      nodes.set(expression, parsed.ok ? parsed.node : undefined);
    }
    return nodes.get(expression);
  };

  const run = (
    expression: ExpressionVariable,
    node: ExpressionNode,
    frames: Frames,
    current: Running,
  ): JsonValue | undefined => {
    const { name, path } = expression;
    const frameAt = (up: number) => {
      current.usesLoop = true;
      const frame = frames.at(-1 - up);
      if (frame === undefined) log.find('T305', name, { name }, `${path}.expContent`);
      return frame;
    };
    try {
      return runExpression(node, {
        name: (inner) =>
          inner === 'loop' && !isDeclared(inner) && frames.length > 0
            ? frameAt(0)?.item
            : root(inner, frames),
        item(field, up) {
          const item = frameAt(up)?.item;
          return field === undefined ? item : walk(item, segmentsOf(field) ?? [field]);
        },
        index: (up) => frameAt(up)?.index,
        truthy: (value) => isTruthy(value, settings.truthyZeroText),
        unknownFunction(called, column) {
          const params = { name, function: called, column };
          log.find('T302', called, params, `${path}.expContent`);
        },
        budget,
      });
    } catch (error) {
      if (!(error instanceof OverBudget)) throw error;
      log.find('T304', name, { name }, `${path}.expContent`);
      return '';
    }
  };

  const isDeclared = (name: string): boolean =>
    variables.has(name) || locals.has(name) || expressions.has(name);

  const readEvent = (path: string, place: Place): JsonValue | undefined => {
    const segments = segmentsOf(path);
    const [part, ...rest] = segments ?? [];
    if (part !== 'cardData' && part !== 'cardPrivateData') {
      log.find('T306', path, { path });
      return undefined;
    }
    return walk(place.event?.[part], rest);
  };

  return {
    read(path, place, isLoop) {
      if (path === '') return undefined;
      const { frames } = place;
      const inLoop = isLoop ? loopOf(path, frames) : undefined;
      if (inLoop !== undefined) {
        const rest = inLoop.rest === '' ? [] : segmentsOf(inLoop.rest);
        return rest === undefined ? undefined : walk(inLoop.frame.item, rest);
      }
      if (isLoop && path.includes('[0]')) {
        log.find('T305', path, { name: path });
        return undefined;
      }
      const segments = segmentsOf(path);
      if (segments === undefined) {
        log.find('T306', path, { path });
        return undefined;
      }
      const [first, ...rest] = segments;
      const name = String(first);
      if (name === 'loop' && !isDeclared(name)) {
        const frame = frames.at(-1);
        if (frame === undefined) log.find('T305', path, { name: path });
        return walk(frame?.item, rest);
      }
      if (name === 'event' && !isDeclared(name)) return readEvent(path.slice(6), place);
      return walk(root(name, frames), rest);
    },
    readEvent,
  };
}

interface Running {
  readonly expression: ExpressionVariable;
  usesLoop: boolean;
}

/** What uses an expression of the loop differs by item as well. */
function touchLoop(running: readonly Running[]): void {
  const outer = running.at(-1);
  if (outer !== undefined) outer.usesLoop = true;
}

/** The variable an AI card's state is read from (template-format §2.4). */
function flowStatusNameOf({ template }: EvaluationInput): string {
  const bound = template.root?.props['flowStatusVar'];
  const name = isJsonObject(bound) ? bound['variable'] : bound;
  return typeof name === 'string' && name !== '' ? name : 'flowStatus';
}

function byName<T extends Pick<Variable, 'name'>>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((entry) => [entry.name, entry]));
}
