import type { JsonValue } from '../../base/json-text.js';
import type { Frames, LoopFrame } from './evaluation.js';

export type PathSegment = string | number;

const LONGEST = 1000;

/**
 * `a.b[0].c` as `['a', 'b', 0, 'c']`; undefined for what is no path, e.g. `a + b` (template-format
 * §3.2, §3.3). Names may hold any letters, `-`, `$` and `@`.
 */
export function parsePath(path: string): readonly PathSegment[] | undefined {
  if (path === '' || path.length > LONGEST) return undefined;
  const segments: PathSegment[] = [];
  const part = /(\.?)(?:([\p{L}\p{N}\p{M}_$@-]+)|\[(?:(\d{1,9})|"([^"\]]*)"|'([^'\]]*)')\])/uy;
  while (part.lastIndex < path.length) {
    const match = part.exec(path);
    if (match === null) return undefined;
    const [, dot, name, index, doubleQuoted, singleQuoted] = match;
    if (name !== undefined && (dot === '') !== (segments.length === 0)) return undefined;
    if (name === undefined && dot !== '') return undefined;
    segments.push(
      index === undefined ? (name ?? doubleQuoted ?? singleQuoted ?? '') : Number(index),
    );
  }
  return segments;
}

/** The path in a wrapper or condition; empty where there is none. */
export function pathOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** What lies at the segments; own properties only. */
export function walk(
  start: JsonValue | undefined,
  segments: readonly PathSegment[],
): JsonValue | undefined {
  let value = start;
  for (const segment of segments) value = fieldOf(value, segment);
  return value;
}

export function fieldOf(value: JsonValue | undefined, key: PathSegment): JsonValue | undefined {
  if (typeof value === 'string') return key === 'length' ? value.length : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, key)
    ? (value as Readonly<Record<PathSegment, JsonValue>>)[key]
    : undefined;
}

/**
 * The loop a declared path such as `items[0].sub[0].f` runs in: the deepest whose list it lies in,
 * and what is left of the path inside the item (template-format §3.3).
 */
export function loopOf(
  path: string,
  frames: Frames,
): { readonly frame: LoopFrame; readonly rest: string } | undefined {
  for (let at = frames.length - 1; at >= 0; at--) {
    const frame = frames[at];
    if (frame === undefined) continue;
    const item = `${frame.listPath}[0]`;
    if (!path.startsWith(item)) continue;
    const rest = path.slice(item.length);
    if (rest === '' || rest.startsWith('[')) return { frame, rest };
    if (rest.startsWith('.')) return { frame, rest: rest.slice(1) };
  }
  return undefined;
}
