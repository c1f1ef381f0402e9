export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };
export type JsonObject = { readonly [key: string]: JsonValue };

export type JsonParsed =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly problem: string };

/**
 * `JSON.parse` takes any depth, `JSON.stringify` overflows the stack at a few thousand levels: what
 * came in could not be recorded or shown.
 */
const MAX_DEPTH = 500;

/** Parses without throwing. `problem` is the engine's sentence, shortened. */
export function parseJson(text: string): JsonParsed {
  if (text.length > 2 * MAX_DEPTH && hasManyBrackets(text) && isTooDeep(text)) {
    return { ok: false, problem: `nested deeper than ${MAX_DEPTH} levels` };
  }
  try {
    return { ok: true, value: JSON.parse(text) as JsonValue };
  } catch (error) {
    return { ok: false, problem: (error as Error).message.slice(0, 200) };
  }
}

/** What nests deeply opens many brackets; most texts, frames among them, hold a handful. */
function hasManyBrackets(text: string): boolean {
  let count = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      if (++count > MAX_DEPTH) return true;
    }
  }
  return false;
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at + 1);
    else if (code === OPEN_BRACKET || code === OPEN_BRACE) {
      if (++depth > MAX_DEPTH) return true;
    } else if (code === CLOSE_BRACKET || code === CLOSE_BRACE) depth--;
  }
  return false;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

function endOfString(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at++;
  }
  return at;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses text that should hold an object; undefined when it does not. */
export function parseJsonObject(text: unknown): JsonObject | undefined {
  if (isJsonObject(text)) return text;
  if (typeof text !== 'string') return undefined;
  const parsed = parseJson(text);
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value : undefined;
}

/** A value as `cardParamMap` wants it: strings as they are, everything else as JSON (card-openapi §3.1). */
export function toParamText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** JSON with keys in sorted order, so that equal values give equal text. */
export function stableJson(value: JsonValue, indent?: number): string {
  return JSON.stringify(
    value,
    (_key, inner: unknown) => (isJsonObject(inner) ? sorted(inner) : inner),
    indent,
  );
}

function sorted(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  );
}
