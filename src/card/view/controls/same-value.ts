import type { JsonValue } from '../../../base/json-text.js';
import { plainText } from './plain-text.js';

/** Whether a kept value is the one of an item: `1` and `'1'` are the same, nothing is never. */
export function isSameValue(kept: JsonValue | undefined, value: JsonValue | undefined): boolean {
  if (kept === undefined || kept === null || value === undefined || value === null) return false;
  return kept === value || plainText(kept) === plainText(value);
}

/** Whether a list that was kept holds it; a single value counts as a list of one. */
export function holdsValue(kept: JsonValue | undefined, value: JsonValue | undefined): boolean {
  return Array.isArray(kept)
    ? (kept as readonly JsonValue[]).some((one) => isSameValue(one, value))
    : isSameValue(kept, value);
}
