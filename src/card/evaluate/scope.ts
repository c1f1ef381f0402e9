import { isJsonObject, type JsonValue } from '../../base/json-text.js';
import { isReservedName } from '../data/reserved-names.js';
import type { EvaluationInput, Frames, Place } from './evaluation.js';
import { createExpressionValues } from './expression-values.js';
import type { FindingLog } from './finding-log.js';
import { textOf } from './value-text.js';
import { fieldOf, loopOf, type PathSegment, parsePath, walk } from './variable-path.js';

/** Values of variables by path (template-format §3.3, §3.6). */
export interface Scope {
  /** @param isLoop a declared path of a loop's item, `items[0].f`; else from the root or `loop.…` */
  read(path: string, place: Place, isLoop: boolean): JsonValue | undefined;
  /** `cardData.x` or `cardPrivateData.x` of what a callback answered; nothing outside of callbacks. */
  readEvent(path: string, place: Place): JsonValue | undefined;
}

export function createScope(input: EvaluationInput, log: FindingLog): Scope {
  const { template, data, switches } = input;
  const locals = new Set(template.locals.map(({ name }) => name));
  const variables = new Map(template.variables.map((variable) => [variable.name, variable]));
  const flowStatusName = flowStatusNameOf(input);
  const paths = new Map<string, readonly PathSegment[] | undefined>();

  const segmentsOf = (path: string): readonly PathSegment[] | undefined => {
    if (!paths.has(path)) paths.set(path, parsePath(path));
    return paths.get(path);
  };

  /** The order of template-format §3.6. @param usedIn path of the expression that asks */
  const root = (name: string, frames: Frames, usedIn?: string): JsonValue | undefined => {
    const variable = variables.get(name);
    if (name === flowStatusName && switches.flowStatus !== undefined) {
      return variable?.type === 'number' ? Number(switches.flowStatus) : switches.flowStatus;
    }
    if (locals.has(name)) return fieldOf(data.localData, name);
    if (expressions.has(name)) return expressions.valueOf(name, frames);
    if (variable === undefined && !isReservedName(name)) {
      log.find('T300', name, { name }, usedIn);
    }
    if (variable?.private === true) {
      const own = fieldOf(data.cardPrivateData, name);
      if (typeof own === 'object' ? own !== null : textOf(own) !== '') return own;
    }
    return fieldOf(data.cardData, name);
  };

  const isDeclared = (name: string): boolean =>
    variables.has(name) || locals.has(name) || expressions.has(name);

  const expressions = createExpressionValues(input, log, (name, frames, usedIn) =>
    name === 'loop' && frames.length > 0 && !isDeclared(name)
      ? { ofLoop: true, value: frames.at(-1)?.item }
      : { ofLoop: false, value: root(name, frames, usedIn) },
  );

  const readEvent = (path: string, place: Place): JsonValue | undefined => {
    const [part, ...rest] = segmentsOf(path) ?? [];
    if (part !== 'cardData' && part !== 'cardPrivateData') {
      log.find('T306', path, { path });
      return undefined;
    }
    return walk(place.event?.[part], rest);
  };

  const readLoop = (path: string, frames: Frames): JsonValue | undefined => {
    const inLoop = loopOf(path, frames);
    if (inLoop === undefined) {
      log.find('T305', path, { name: path });
      return undefined;
    }
    if (inLoop.rest === '') return inLoop.frame.item;
    const rest = segmentsOf(inLoop.rest);
    return rest === undefined ? undefined : walk(inLoop.frame.item, rest);
  };

  return {
    read(path, place, isLoop) {
      if (path === '') return undefined;
      const { frames } = place;
      if (isLoop && path.includes('[0]')) return readLoop(path, frames);
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
      if (name === 'event' && !isDeclared(name)) {
        return readEvent(path.slice('event.'.length), place);
      }
      return walk(root(name, frames), rest);
    },
    readEvent,
  };
}

/** The variable an AI card's state is read from (template-format §2.4). */
function flowStatusNameOf({ template }: EvaluationInput): string {
  const bound = template.root?.props['flowStatusVar'];
  const name = isJsonObject(bound) ? bound['variable'] : bound;
  return typeof name === 'string' && name !== '' ? name : 'flowStatus';
}
