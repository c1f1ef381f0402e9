import { createSecretMask } from '../base/redact.js';
import type { DtcardEvent } from '../log/event.js';
import type { EffectLine } from './effect-lines.js';

/** What JSON leaves as it is although terminals and line readers act on it: DEL, C1, bidi controls, line separators. */
const acting = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** One line of JSON with its line end; safe to look at on a terminal, the same value for every parser. */
export function jsonLine(value: unknown): string {
  return `${escapeActing(JSON.stringify(value))}\n`;
}

/**
 * An event as one line of JSON without its line end, for recordings and NDJSON alike.
 * @param secrets values that must not be in any of them
 */
export function createEventLine(
  secrets: () => readonly string[],
): (event: DtcardEvent | EffectLine) => string {
  const mask = createSecretMask();
  return (event) => mask(escapeActing(JSON.stringify(event)), secrets());
}

/** Outside of strings JSON holds none of these, so an escape is always in its place. */
export function escapeActing(json: string): string {
  return json.replace(
    acting,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
