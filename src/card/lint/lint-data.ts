import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  toParamText,
} from '../../base/json-text.js';
import { decodeValue } from '../data/decode-data.js';
import { isReservedName } from '../data/reserved-names.js';
import { valueKind } from '../data/value-kind.js';
import { type Finding, findingOf } from '../finding.js';
import type { CardTemplate, Variable } from '../template/card-template.js';
import { createSuggestion, type Suggestion } from './declared-names.js';
import { flowStatusName } from './lint-ai-states.js';
import { lintNodes, stateOf } from './lint-node.js';
import { lintMap, lintWhole } from './lint-sizes.js';
import { lintStreamingKey } from './lint-streaming-key.js';
import { lintStructure } from './lint-structure.js';
import { unique } from './lint-template.js';
import { referencesOf } from './references.js';
import { statusVariables } from './status-variables.js';

/** What is about to be sent, as on the wire: values ought to be texts and may be anything. */
export interface DataToLint {
  readonly cardParamMap: JsonObject;
  /** userId → that person's map. */
  readonly privateData?: Readonly<Record<string, JsonObject>>;
  /** Variables that text will be streamed into. */
  readonly streamingKeys?: readonly string[];
  /** An update of some variables: what is missing keeps its value. */
  readonly isPartial?: boolean;
}

/** Data against the template it is for (template-format §8 nos. 1–11, card-openapi §3). */
export function lintData(template: CardTemplate, data: DataToLint): readonly Finding[] {
  const { cardParamMap, privateData = {}, streamingKeys = [] } = data;
  const declared = new Map(template.variables.map((variable) => [variable.name, variable]));
  const names: Names = { template, declared, suggestion: createSuggestion() };
  const findings: Finding[] = [];
  for (const [name, value] of Object.entries(cardParamMap)) {
    findings.push(...lintEntry(names, name, value, 'cardParamMap'));
    if (declared.get(name)?.private) {
      findings.push(findingOf('D105', `cardParamMap.${name}`, { name }));
    }
  }
  for (const [userId, map] of Object.entries(privateData)) {
    const where = `privateData.${userId}`;
    for (const [name, value] of Object.entries(map)) {
      findings.push(...lintEntry(names, name, value, where));
      if (declared.get(name)?.private === false) {
        findings.push(findingOf('D106', `${where}.${name}`, { name, userId }));
      }
    }
    findings.push(...lintMap(map, where));
  }
  if (!data.isPartial) findings.push(...lintMissing(template, data));
  findings.push(...lintFlowStatus(template, cardParamMap));
  for (const key of streamingKeys) findings.push(...lintStreamingKey(template, key));
  findings.push(...lintMap(cardParamMap, 'cardParamMap'), ...lintWhole(cardParamMap, privateData));
  return unique(findings);
}

/** Text of the conversation list; the platform knows it without a declaration (template-format §1.4). */
const SUMMARY = 'lastMessage';

interface Names {
  readonly template: CardTemplate;
  readonly declared: ReadonlyMap<string, Variable>;
  readonly suggestion: Suggestion;
}

function lintEntry(
  { template, declared, suggestion }: Names,
  name: string,
  value: JsonValue,
  where: string,
): readonly Finding[] {
  const path = `${where}.${name}`;
  const variable = declared.get(name);
  const findings: Finding[] = [];
  if (typeof value !== 'string') {
    findings.push(findingOf('D101', path, { name, type: kindOf(value) }));
  }
  if (variable) return [...findings, ...lintValue(variable, value, path)];
  if (isReservedName(name) || name === SUMMARY) return findings;
  const isComputed = template.expressions.some((expression) => expression.name === name);
  if (isComputed || template.locals.some((local) => local.name === name)) {
    return [
      ...findings,
      findingOf('D104', path, { name, kind: isComputed ? 'expList' : 'localList' }),
    ];
  }
  const { nearest = '' } = suggestion(name, [...declared.keys()]);
  return [...findings, findingOf('D103', path, { name, nearest })];
}

function lintValue(variable: Variable, value: JsonValue, path: string): readonly Finding[] {
  const { name, type } = variable;
  // An empty text is how a variable is emptied; it decodes to nothing, which is what is meant.
  if (value === '') return [];
  // What is no text was said; here it counts as the text it should have been.
  const text = toParamText(value);
  const decoded = decodeValue(type, text);
  if (decoded === undefined) {
    return [findingOf('D102', path, { name, type, text: text.slice(0, 80) })];
  }
  return valueKind(type) === 'text' ? [] : lintStructure(variable, decoded, path);
}

/** Referenced variables without a value; those that decide whether a button works weigh more. */
function lintMissing(template: CardTemplate, data: DataToLint): readonly Finding[] {
  const { root } = template;
  if (!root) return [];
  const given = new Set(Object.keys(data.cardParamMap));
  for (const map of Object.values(data.privateData ?? {})) {
    for (const name of Object.keys(map)) given.add(name);
  }
  if (wholeObject(data.cardParamMap)) return [];
  const used = new Set<string>();
  for (const at of lintNodes(root)) {
    for (const { name } of referencesOf(at)) used.add(/^[^.[]+/.exec(name)?.[0] ?? name);
  }
  const statuses = statusVariables(template);
  const streamed = new Set(data.streamingKeys);
  return template.variables.flatMap(({ name, private: isPrivate }) => {
    if (given.has(name) || streamed.has(name) || isReservedName(name)) return [];
    const where = isPrivate ? 'privateData' : 'cardParamMap';
    if (statuses.has(name)) return [findingOf('D108', `${where}.${name}`, { name })];
    return used.has(name) ? [findingOf('D107', `${where}.${name}`, { name })] : [];
  });
}

/** The legacy key carries variables of its own (template-format §1.4). */
function wholeObject(map: JsonObject): boolean {
  return Object.hasOwn(map, 'sys_full_json_obj');
}

/** template-format §8 no. 10 */
function lintFlowStatus({ root }: CardTemplate, map: JsonObject): readonly Finding[] {
  if (root?.componentName !== 'AICardContainer') return [];
  // Where the bound variable is empty the reserved one counts.
  const names = [flowStatusName(root), 'flowStatus'];
  const given = names.find((name) => Object.hasOwn(map, name) && map[name] !== '');
  const status = given === undefined ? '' : toParamText(map[given] ?? '');
  if (given === undefined || status === '') return [];
  const states = root.children.map(stateOf).filter((state) => state !== undefined);
  if (states.map(String).includes(status)) return [];
  return [findingOf('D113', `cardParamMap.${given}`, { status, states: states.join(', ') })];
}

/** JSON's own word for what a value is. */
export function kindOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return isJsonObject(value) ? 'object' : typeof value;
}
