import type { JsonObject } from '../../base/json-text.js';
import { type Finding, findingOf } from '../finding.js';
import { lookAlikeIn } from './look-alikes.js';

/** card-openapi §3.3. A value's 1 KB is documented and plainly not enforced. */
const KEY_BYTES = 100;
const VALUE_BYTES = 1024;
const CARD_BYTES = 100 * 1024;
/** Cards with more Chinese characters were reported blank. */
const LONG_TEXT = 3000;

/** Keys and values of one map. */
export function lintMap(map: JsonObject, where: string): readonly Finding[] {
  return Object.entries(map).flatMap(([name, value]) => {
    const path = `${where}.${name}`;
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
    const findings: Finding[] = [];
    const keyBytes = utf8Length(name);
    if (keyBytes > KEY_BYTES)
      findings.push(findingOf('D118', path, { name, bytes: keyBytes, limit: KEY_BYTES }));
    const bytes = utf8Length(text);
    if (hanCount(text) > LONG_TEXT)
      findings.push(findingOf('D121', path, { name, limit: LONG_TEXT }));
    else if (bytes > VALUE_BYTES)
      findings.push(findingOf('D119', path, { name, bytes, limit: VALUE_BYTES }));
    const misleading = misleadingIn(text);
    if (misleading !== '') findings.push(findingOf('D122', path, { name, character: misleading }));
    const found = lookAlikeIn(name);
    if (found) findings.push(findingOf('T206', path, { name, ...found }));
    return findings;
  });
}

/** All of a card together. */
export function lintWhole(
  cardParamMap: JsonObject,
  privateData: Readonly<Record<string, JsonObject>>,
): readonly Finding[] {
  const bytes = utf8Length(JSON.stringify({ cardParamMap, privateData }) ?? '');
  return bytes > CARD_BYTES
    ? [findingOf('D120', 'cardParamMap', { bytes, limit: CARD_BYTES })]
    : [];
}

/** Halves of characters, and marks that turn the reading direction round: shown as something else. */
function misleadingIn(text: string): string {
  const match =
    /[\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(
      text,
    );
  if (!match) return '';
  return `U+${(match[0].codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
}

function hanCount(text: string): number {
  if (text.length <= LONG_TEXT) return 0;
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code >= 0xd800 && code <= 0xdbff && at + 1 < text.length) {
      bytes += 4;
      at++;
    } else bytes += 3;
  }
  return bytes;
}
