import { isJsonObject, type JsonObject } from '../base/json-text.js';
import type { MessageInput } from './message-pushes.js';
import { refusal } from './refusal.js';
import { parseSetting, type Settings } from './settings.js';
import type { SimContext } from './sim-context.js';
import type { TapInput } from './tap.js';

/** Reading the bodies of the control API. Each throws E5002 `bad-input` naming the field. */

export function readMessage(body: JsonObject): MessageInput {
  const conversationId = optionalText(body, 'conversationId');
  return {
    userId: text(body, 'userId'),
    text: text(body, 'text'),
    ...(conversationId === undefined ? {} : { conversationId }),
  };
}

export function readTap(body: JsonObject): TapInput {
  const actionIds = body['actionIds'] ?? [];
  const params = body['params'] ?? {};
  if (!Array.isArray(actionIds) || !actionIds.every((id) => typeof id === 'string')) {
    throw refusal('bad-input', 'actionIds must be an array of strings');
  }
  if (!isJsonObject(params)) throw refusal('bad-input', 'params must be an object');
  const outTrackId = optionalText(body, 'outTrackId') ?? 'latest';
  return { outTrackId, userId: text(body, 'userId'), actionIds, params };
}

export function readPushedEvent(
  body: JsonObject,
  context: SimContext,
): { readonly eventType: string; readonly data: JsonObject; readonly clientId?: string } {
  const data = body['data'] ?? {};
  if (!isJsonObject(data)) throw refusal('bad-input', 'data must be an object');
  const clientId = optionalText(body, 'clientId');
  if (clientId !== undefined && !context.directory.app(clientId)) {
    const known = context.world.apps.map((app) => app.clientId).join(', ');
    throw refusal('unknown-app', `no app ${JSON.stringify(clientId)}; known: ${known}`);
  }
  const eventType = text(body, 'eventType');
  return { eventType, data, ...(clientId === undefined ? {} : { clientId }) };
}

export function readSettings(body: JsonObject): Partial<Settings> {
  const changes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(body)) {
    const parsed = parseSetting(name, isScalar(value) ? String(value) : JSON.stringify(value));
    if (!parsed.ok) throw refusal('bad-input', parsed.problem);
    changes[parsed.name] = parsed.value;
  }
  return changes as Partial<Settings>;
}

export function text(body: JsonObject, name: string): string {
  const value = optionalText(body, name);
  if (value === undefined) throw refusal('bad-input', `${name} is missing`);
  return value;
}

export function optionalText(body: JsonObject, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw refusal('bad-input', `${name} must be a string`);
  return value;
}

/** A whole number of 0 or more, at most `most`. */
export function optionalCount(body: JsonObject, name: string, most: number): number | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most) {
    return value;
  }
  throw refusal('bad-input', `${name} must be a whole number from 0 to ${most}`);
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
