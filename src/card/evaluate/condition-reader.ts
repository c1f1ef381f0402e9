import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json-text.js';
import type { EvaluationInput, Place } from './evaluation.js';
import type { FindingLog } from './finding-log.js';
import type { Scope } from './scope.js';
import { isEmptyList, isTruthy, lengthOf, numberOf, textOf } from './value-text.js';
import { pathOf } from './variable-path.js';

const DEEPEST = 20;

/** Whether a condition object holds (template-format §3.5); an absent or empty one does. */
export type ConditionReader = (condition: JsonValue | undefined, place: Place) => boolean;

export function createConditionReader(
  { settings, switches }: EvaluationInput,
  scope: Scope,
  log: FindingLog,
): ConditionReader {
  const group = (condition: JsonValue | undefined, place: Place, depth: number): boolean => {
    if (typeof condition === 'boolean') return condition;
    const list = isJsonObject(condition) ? condition['conditions'] : undefined;
    if (!isJsonObject(condition) || !Array.isArray(list) || list.length === 0) return true;
    if (depth > DEEPEST) return true;
    const holds = (one: JsonValue): boolean =>
      isJsonObject(one) && Array.isArray(one['conditions'])
        ? group(one, place, depth + 1)
        : single(one, place);
    const conditions = list as readonly JsonValue[];
    return condition['op'] === 'or' ? conditions.some(holds) : conditions.every(holds);
  };

  const single = (condition: JsonValue, place: Place): boolean => {
    if (!isJsonObject(condition)) return true;
    if (condition['type'] === 'env') return isOnPlatform(condition, switches.platform);
    const op = operators.get(spelling(condition['op']));
    if (op === undefined) {
      const written = textOf(condition['op']);
      log.find('T307', written, { op: written });
      return true;
    }
    const left = operand(condition, place);
    if (op.emptiness === true && isEmptyList(left)) {
      const name = textOf(condition['variable'] ?? condition['eventData']);
      log.find('T310', name, { name });
    }
    return op.holds(left, () => rightOf(condition, place), settings);
  };

  const operand = (condition: JsonObject, place: Place): JsonValue | undefined =>
    condition['type'] === 'eventData'
      ? scope.readEvent(pathOf(condition['eventData']), place)
      : scope.read(pathOf(condition['variable']), place, condition['variableType'] === 'loop');

  const rightOf = (condition: JsonObject, place: Place): JsonValue | undefined => {
    if (condition['valueType'] === 'eventData') {
      return scope.readEvent(pathOf(condition['eventData']), place);
    }
    if (condition['valueType'] !== 'variable') return condition['value'];
    const isLoop = condition['valueVariableType'] === 'loop';
    return scope.read(pathOf(condition['valueVariable']), place, isLoop);
  };

  return (condition, place) => group(condition, place, 0);
}

interface Operator {
  /** Asks whether something is empty. */
  readonly emptiness?: true;
  holds(
    left: JsonValue | undefined,
    right: () => JsonValue | undefined,
    settings: EvaluationInput['settings'],
  ): boolean;
}

function isEmpty(
  value: JsonValue | undefined,
  { emptyListIsEmpty }: EvaluationInput['settings'],
): boolean {
  return textOf(value) === '' || (emptyListIsEmpty && isEmptyList(value));
}

/** Text, or the rich text the client makes of it (template-format §2.8). */
function isMarkdownEmpty(value: JsonValue | undefined): boolean {
  const items = isJsonObject(value) ? value['items'] : undefined;
  return Array.isArray(items) ? items.length === 0 : textOf(value).trim() === '';
}

const comparisons: readonly (readonly [names: string, (difference: number) => boolean])[] = [
  ['equal eq', (difference) => difference === 0],
  ['notequal neq ne', (difference) => difference !== 0],
  ['lt less lessthan', (difference) => difference < 0],
  ['gt greater greaterthan', (difference) => difference > 0],
  [
    'lte le lessequal lessorequal lessthanorequal lessthanequal lessthanorequalto',
    (difference) => difference <= 0,
  ],
  [
    'gte ge greaterequal greaterorequal greaterthanorequal greaterthanequal greaterthanorequalto',
    (difference) => difference >= 0,
  ],
];

/**
 * By spelling without case and signs. Seen in templates: equal, notEqual, isTrue, isFalse, isEmpty,
 * isNotEmpty, isMarkdownNotEmpty, lengthNotEqual, lt; the others are inferred (template-format §9 no. 4).
 */
const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ...comparisons.flatMap(([names, holds]) =>
    names.split(' ').flatMap((name): [string, Operator][] => [
      [name, { holds: (left, right) => holds(numberOf(left) - numberOf(right())) }],
      [`length${name}`, { holds: (left, right) => holds(lengthOf(left) - numberOf(right())) }],
    ]),
  ),
  ['equal', { holds: (left, right) => textOf(left) === textOf(right()) }],
  ['eq', { holds: (left, right) => textOf(left) === textOf(right()) }],
  ['notequal', { holds: (left, right) => textOf(left) !== textOf(right()) }],
  ['neq', { holds: (left, right) => textOf(left) !== textOf(right()) }],
  ['ne', { holds: (left, right) => textOf(left) !== textOf(right()) }],
  ['istrue', { holds: (left, _right, { truthyZeroText }) => isTruthy(left, truthyZeroText) }],
  ['isfalse', { holds: (left, _right, { truthyZeroText }) => !isTruthy(left, truthyZeroText) }],
  ['isempty', { emptiness: true, holds: (left, _right, settings) => isEmpty(left, settings) }],
  ['isnotempty', { emptiness: true, holds: (left, _right, settings) => !isEmpty(left, settings) }],
  ['ismarkdownempty', { holds: isMarkdownEmpty }],
  ['ismarkdownnotempty', { holds: (left) => !isMarkdownEmpty(left) }],
]);

function spelling(op: JsonValue | undefined): string {
  return typeof op === 'string' ? op.toLowerCase().replace(/[\s_-]/g, '') : '';
}

/** The client here is the newest of its platform (template-format §5.7). */
function isOnPlatform(condition: JsonObject, platform: string): boolean {
  const { platform: wanted, version } = condition;
  const isMeant =
    wanted === undefined ||
    wanted === null ||
    wanted === platform ||
    (Array.isArray(wanted) && (wanted.length === 0 || wanted.includes(platform)));
  if (!isMeant) return false;
  const rule = isJsonObject(version) ? version[platform] : undefined;
  const op = isJsonObject(rule) ? spelling(rule['op']) : '';
  return !op.startsWith('l') && op !== 'equal' && op !== 'eq';
}
