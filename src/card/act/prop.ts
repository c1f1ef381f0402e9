import type { JsonObject, JsonValue } from '../../base/json-text.js';
import { isJsonObject } from '../../base/json-text.js';

/** A plain text prop; '' when it is absent or something else. */
export function textProp(props: JsonObject, name: string): string {
  const value = ownProp(props, name);
  return typeof value === 'string' ? value : '';
}

/** A prop of the object itself: `__proto__` and what objects inherit are no props. */
export function ownProp(props: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(props, name) ? props[name] : undefined;
}

/** Path of a variableValue wrapper, e.g. a write target; '' when none is set. */
export function variableOf(wrapper: JsonValue | undefined): string {
  if (typeof wrapper === 'string') return wrapper;
  return isJsonObject(wrapper) ? textProp(wrapper, 'variable') : '';
}
