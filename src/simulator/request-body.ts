import type { Context } from 'hono';
import { isJsonObject, type JsonObject, parseJson } from '../base/json-text.js';
import { done, type Outcome, refuseAtGateway } from './api-error.js';

export type BodyRead =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'too-large' | 'broken-off' };

/**
 * Reads a body of any transfer encoding, not more of it than `limitBytes`, and decodes it by the
 * charset it declares. Later `c.req.text()` and `c.req.json()` give the same text.
 */
export async function readBody(c: Context, limitBytes: number): Promise<BodyRead> {
  const raw = c.req.raw;
  const declared = raw.headers.get('content-length');
  if (declared !== null && Number(declared) > limitBytes) return { ok: false, reason: 'too-large' };
  let text = '';
  try {
    const bytes =
      declared === null ? await readChunks(raw.body, limitBytes) : await raw.arrayBuffer();
    if (!bytes) return { ok: false, reason: 'too-large' };
    if (bytes.byteLength > 0) text = decode(bytes, raw.headers.get('content-type'));
  } catch {
    return { ok: false, reason: 'broken-off' };
  }
  // hono keeps promises here, whatever its types say.
  c.req.bodyCache.text = Promise.resolve(text) as unknown as string;
  return { ok: true, text };
}

async function readChunks(
  stream: ReadableStream<Uint8Array> | null,
  limitBytes: number,
): Promise<Uint8Array | undefined> {
  if (!stream) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done: ended, value } = await reader.read();
    if (ended) break;
    size += value.byteLength;
    if (size > limitBytes) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
}

function decode(bytes: Uint8Array | ArrayBuffer, contentType: string | null): string {
  const label = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** The media type alone decides; parameters may follow in any spacing and case (card-openapi §8 item 1). */
export function isJsonContentType(contentType: string | undefined): boolean {
  return /^\s*application\/json\s*(?:;|$)/i.test(contentType ?? '');
}

/** The body checks of the gateway (card-openapi §1.6 G11, G12). Of repeated keys the last one counts. */
export function readJsonBody(text: string, contentType: string | undefined): Outcome<JsonObject> {
  if (!isJsonContentType(contentType) || text.trim() === '') {
    return refuseAtGateway('Missingbody', 'body is mandatory for this action.');
  }
  const parsed = parseJson(text);
  if (!parsed.ok || !isJsonObject(parsed.value)) {
    return refuseAtGateway(
      'Invalidbody',
      'Specified parameter body is not valid. JSON parsing error',
    );
  }
  return done(parsed.value);
}

/** `Missing<field>` for the first absent one; `null` counts as absent (card-openapi §1.6 G13). */
export function checkRequired(body: JsonObject, required: readonly string[]): Outcome<JsonObject> {
  for (const field of required) {
    if (!Object.hasOwn(body, field) || body[field] === null) {
      return refuseAtGateway(`Missing${field}`, `${field} is mandatory for this action.`);
    }
  }
  return done(body);
}
