import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json-text.js';
import { nearestWord } from '../../base/nearest-word.js';
import { isOfKind } from '../data/decode-data.js';
import { valueKind } from '../data/value-kind.js';
import { type Finding, findingOf } from '../finding.js';
import type { Variable } from '../template/card-template.js';
import { protocolProblems } from './value-protocols.js';

/** Of a long list the first items are looked at one by one; mistakes of a program repeat. */
const MOST_ITEMS = 100;
const MOST_FINDINGS = 50;

/** A decoded value against its declared fields, or the protocol of its type (template-format §8 nos. 8, 9). */
export function lintStructure(
  variable: Variable,
  value: JsonValue,
  path: string,
): readonly Finding[] {
  const findings: Finding[] = [];
  look(variable, value, path, findings);
  return findings.slice(0, MOST_FINDINGS);
}

function look(variable: Variable, value: JsonValue, path: string, findings: Finding[]): void {
  if (findings.length >= MOST_FINDINGS) return;
  const problem = protocolProblems(variable.type, value);
  for (const { at, why } of problem) {
    findings.push(
      findingOf('D112', `${path}${at}`, { name: variable.name, type: variable.type, why }),
    );
  }
  if (variable.fields.length === 0 || hasProtocol(variable.type)) return;
  if (Array.isArray(value)) {
    const items = (value as readonly JsonValue[]).slice(0, MOST_ITEMS).flatMap((item, index) => {
      return isJsonObject(item) ? [{ item, at: `${path}[${index}]` }] : [];
    });
    lookInside(variable, items, findings);
  } else if (isJsonObject(value)) {
    lookInside(variable, [{ item: value, at: path }], findings);
  }
}

/** One object of a list, or the only one there is, and its path. */
interface Item {
  readonly item: JsonObject;
  readonly at: string;
}

/** Their declared fields are the protocol's own, spelled out by the editor. */
function hasProtocol(type: string): boolean {
  return ['form', 'table', 'chart', 'buttonGroup', 'selectOptions', 'dynamicEvent'].includes(type);
}

/** Fields of items of one kind: what is missing or not declared is said once, where it is first met. */
function lookInside({ fields }: Variable, items: readonly Item[], findings: Finding[]): void {
  const known = fields.map(({ name }) => name);
  for (const field of fields) {
    const { name, type } = field;
    const without = items.filter(({ item }) => (valueIn(item, name) ?? null) === null);
    if (without[0]) findings.push(missing(field, without[0], without.length === items.length));
    for (const { item, at } of items) {
      if (findings.length >= MOST_FINDINGS) return;
      const inner = valueIn(item, name) ?? null;
      if (inner === null) continue;
      if (fits(type, inner)) look(field, inner, `${at}.${name}`, findings);
      else findings.push(findingOf('D110', `${at}.${name}`, { name, type }));
    }
  }
  const said = new Set(known);
  for (const { item, at } of items) {
    for (const name of Object.keys(item)) {
      if (said.has(name) || findings.length >= MOST_FINDINGS) continue;
      said.add(name);
      findings.push(undeclared(name, `${at}.${name}`, known));
    }
  }
}

/** Items of one list are of several kinds, and an empty object was not filled in yet: both are usual. */
function missing({ name, type }: Variable, { item, at }: Item, everywhere: boolean): Finding {
  const finding = findingOf('D109', `${at}.${name}`, { name, type });
  const isMeant = !everywhere || Object.keys(item).length === 0;
  return isMeant ? { ...finding, severity: 'info' } : finding;
}

/** Programs put more into items than a card shows; what is nearly a declared name is a mistake. */
function undeclared(name: string, path: string, known: readonly string[]): Finding {
  const nearest = nearestWord(name, known) ?? '';
  const finding = findingOf('D111', path, { name, nearest });
  return nearest === '' ? { ...finding, severity: 'info' } : finding;
}

function valueIn(item: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(item, name) ? item[name] : undefined;
}

/** Clients turn numbers and booleans into text where text is declared, and the other way round. */
function fits(type: string, value: JsonValue): boolean {
  const kind = valueKind(type);
  if (kind === 'object' || kind === 'array') return isOfKind(value, kind);
  if (kind === 'any') return true;
  if (typeof value === 'object') return false;
  if (kind === 'number') return value !== '' && Number.isFinite(Number(value));
  if (kind === 'boolean')
    return typeof value === 'boolean' || value === 'true' || value === 'false';
  return true;
}
