import { isJsonObject, type JsonValue } from '../../base/json-text.js';
import { lengthOf, numberOf, textOf } from './value-text.js';
import { fieldOf } from './variable-path.js';

type Args = readonly (JsonValue | undefined)[];

/** A function of expressions that needs nothing but its arguments. */
export type ExpressionFunction = (args: Args) => JsonValue | undefined;

/**
 * The functions the format's description names (template-format §3.4), the data, number and text
 * ones of the compiled form included (§3.7). What they do with odd arguments is inferred: nothing
 * in, nothing out.
 */
export const expressionFunctions: ReadonlyMap<string, ExpressionFunction> = new Map<
  string,
  ExpressionFunction
>([
  ['toStr', ([value]) => textOf(value)],
  ['toLong', ([value]) => finite(Math.trunc(numberOf(value)))],
  ['toDouble', ([value]) => finite(numberOf(value))],
  ['floor', ([value]) => finite(Math.floor(numberOf(value)))],
  ['getLength', ([value]) => lengthOf(value)],
  ['len', ([value]) => lengthOf(value)],
  ['concat', concat],
  ['substr', ([value, start, length]) => cutOut(textOf(value), start, length)],
  ['textReplace', ([value, wanted, by]) => replaced(textOf(value), textOf(wanted), textOf(by))],
  ['arrayGet', ([list, index]) => elementOf(list, index)],
  ['array_get', ([list, index]) => elementOf(list, index)],
  ['arrayJoin', ([list, between]) => joined(list, between)],
  ['arrayAppend', ([list, ...items]) => [...listOf(list), ...items.map(orNull)]],
  ['index_of', ([list, value]) => listOf(list).findIndex((item) => textOf(item) === textOf(value))],
  ['objectGet', ([object, key]) => memberOf(object, key)],
  ['dict_get', ([object, key]) => memberOf(object, key)],
]);

function memberOf(object: JsonValue | undefined, key: JsonValue | undefined) {
  return isJsonObject(object) ? fieldOf(object, textOf(key)) : undefined;
}

function elementOf(list: JsonValue | undefined, index: JsonValue | undefined) {
  const at = numberOf(index);
  return Array.isArray(list) && Number.isInteger(at) ? (fieldOf(list, at) ?? undefined) : undefined;
}

function concat(args: Args): JsonValue {
  return args.length > 0 && args.every((arg) => Array.isArray(arg))
    ? args.flatMap((list) => listOf(list))
    : args.map(textOf).join('');
}

function joined(list: JsonValue | undefined, between: JsonValue | undefined): string {
  return listOf(list)
    .map(textOf)
    .join(between === undefined ? ',' : textOf(between));
}

function cutOut(text: string, start: JsonValue | undefined, length: JsonValue | undefined): string {
  const from = Math.trunc(numberOf(start)) || 0;
  const first = from < 0 ? Math.max(0, text.length + from) : from;
  const count = length === undefined ? text.length : Math.trunc(numberOf(length)) || 0;
  return text.slice(first, first + Math.max(0, count));
}

function replaced(text: string, wanted: string, by: string): string {
  return wanted === '' ? text : text.split(wanted).join(by);
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}

function orNull(value: JsonValue | undefined): JsonValue {
  return value ?? null;
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
