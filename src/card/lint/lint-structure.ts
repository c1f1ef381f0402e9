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
    for (const [index, item] of (value as readonly JsonValue[]).slice(0, MOST_ITEMS).entries()) {
      if (findings.length >= MOST_FINDINGS) return;
      if (isJsonObject(item)) lookInside(variable, item, `${path}[${index}]`, findings);
    }
  } else if (isJsonObject(value)) {
    lookInside(variable, value, path, findings);
  }
}

/** Their declared fields are the protocol's own, spelled out by the editor. */
function hasProtocol(type: string): boolean {
  return ['form', 'table', 'chart', 'buttonGroup', 'selectOptions', 'dynamicEvent'].includes(type);
}

function lookInside(
  { fields }: Variable,
  value: JsonObject,
  path: string,
  findings: Finding[],
): void {
  const known = fields.map(({ name }) => name);
  for (const field of fields) {
    const where = `${path}.${field.name}`;
    const inner = Object.hasOwn(value, field.name) ? value[field.name] : undefined;
    if (inner === undefined || inner === null) {
      findings.push(findingOf('D109', where, { name: field.name, type: field.type }));
    } else if (!fits(field.type, inner)) {
      findings.push(findingOf('D110', where, { name: field.name, type: field.type }));
    } else {
      look(field, inner, where, findings);
    }
    if (findings.length >= MOST_FINDINGS) return;
  }
  for (const name of Object.keys(value)) {
    if (known.includes(name) || findings.length >= MOST_FINDINGS) continue;
    const nearest = nearestWord(name, known) ?? '';
    findings.push(findingOf('D111', `${path}.${name}`, { name, nearest }));
  }
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
