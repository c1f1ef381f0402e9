import { isJsonObject, type JsonObject, type JsonValue } from '../base/json-text.js';

/** A misbehaviour that can be switched on, so that clients can be tested against it. */
export interface Fault {
  /** HTTP method, upper case; absent for any. */
  readonly method?: string;
  /** `*` stands for anything but a slash, `**` for anything. */
  readonly path: string;
  /** How many matching calls are let through first. */
  readonly skip: number;
  /** How many calls are hit after that; absent for all until it is removed. */
  readonly times?: number;
  readonly action: FaultAction;
}

export type FaultAction =
  /** An answer instead of the real one. Text goes out as it is, an object as JSON. */
  | { readonly kind: 'answer'; readonly status: number; readonly body: JsonValue }
  /** The error envelope with this code (card-openapi §1.5). */
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly code: string;
      readonly message: string;
    }
  /** The page of the front server that bans an address (card-openapi §1.6 G10). */
  | { readonly kind: 'htmlBan' }
  /** The call takes effect, its answer is cut in the middle. */
  | { readonly kind: 'truncatedJson' }
  /** The call takes effect, its answer has no body. */
  | { readonly kind: 'emptyBody' }
  /** The call takes effect after a pause. */
  | { readonly kind: 'slow'; readonly forMs: number }
  /** Neither effect nor answer; the connection stays open. */
  | { readonly kind: 'hang' }
  /** The connection is reset before anything happens. */
  | { readonly kind: 'reset' }
  /** The call takes effect, then the connection is reset. */
  | { readonly kind: 'loseAnswer' }
  /** The access token of the call is revoked before it is looked at. */
  | { readonly kind: 'revokeToken' };

type FaultKind = FaultAction['kind'];

interface ListedFault extends Fault {
  readonly id: number;
  readonly matched: number;
}

export interface Faults {
  /** Returns its id. Of several that match a call the one added first is used. */
  add(fault: Fault): number;
  remove(id: number): boolean;
  clear(): void;
  list(): readonly ListedFault[];
  /** The action for this call, counted as used; undefined when none is due. */
  take(method: string, path: string): FaultAction | undefined;
}

export function createFaults(): Faults {
  let nextId = 1;
  let entries: {
    readonly id: number;
    readonly fault: Fault;
    readonly glob: RegExp;
    seen: number;
  }[] = [];
  return {
    add(fault) {
      const id = nextId++;
      entries.push({ id, fault, glob: globPattern(fault.path), seen: 0 });
      return id;
    },
    remove(id) {
      const before = entries.length;
      entries = entries.filter((entry) => entry.id !== id);
      return entries.length < before;
    },
    clear() {
      entries = [];
    },
    list: () => entries.map(({ id, fault, seen }) => ({ ...fault, id, matched: seen })),
    take(method, path) {
      for (const entry of entries) {
        const { fault } = entry;
        if (fault.method !== undefined && fault.method !== method) continue;
        if (!entry.glob.test(path)) continue;
        const end = fault.times === undefined ? Infinity : fault.skip + fault.times;
        if (entry.seen >= end) continue;
        entry.seen++;
        if (entry.seen > fault.skip) return fault.action;
      }
      return undefined;
    },
  };
}

function globPattern(glob: string): RegExp {
  const source = glob
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*{2,}/g, '\0')
    .replace(/\*/g, '[^/]*')
    .replaceAll('\0', '.*');
  return new RegExp(`^${source}$`);
}

export type ParsedFault =
  | { readonly ok: true; readonly fault: Fault }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads the flat form the control API takes, e.g.
 * `{"kind":"error","status":403,"code":"…","method":"POST","path":"/v1.0/card/**","times":2}`.
 */
export function parseFault(json: JsonValue): ParsedFault {
  if (!isJsonObject(json)) return problem('a fault is a JSON object');
  const unknown = Object.keys(json).find((key) => !fields.includes(key));
  if (unknown !== undefined) {
    return problem(`${unknown} is no field of a fault (${fields.join(', ')})`);
  }
  const { method, path = '**', skip = 0, times } = json;
  if (typeof path !== 'string' || path === '')
    return problem('path is a text such as /v1.0/card/**');
  if (method !== undefined && typeof method !== 'string') return problem('method is a text');
  if (!isCount(skip)) return problem('skip is a whole number of 0 or more');
  if (times !== undefined && !(isCount(times) && times > 0)) {
    return problem('times is a whole number of 1 or more');
  }
  const action = readAction(json);
  if (typeof action === 'string') return problem(action);
  return {
    ok: true,
    fault: {
      path,
      skip,
      action,
      ...(method !== undefined && { method: method.toUpperCase() }),
      ...(times !== undefined && { times }),
    },
  };
}

const fields = 'kind method path skip times status body code message forMs'.split(' ');

function readAction(json: JsonObject): FaultAction | string {
  const { kind, status = 500, body = '', code = 'system.busy', forMs } = json;
  const message = json['message'] ?? code;
  switch (kind as FaultKind | undefined) {
    case 'answer':
      if (!isStatus(status)) return 'status is a number from 200 to 599';
      return { kind: 'answer', status, body };
    case 'error':
      if (!isStatus(status)) return 'status is a number from 200 to 599';
      if (typeof code !== 'string' || typeof message !== 'string') {
        return 'code and message are texts';
      }
      return { kind: 'error', status, code, message };
    case 'slow':
      if (!isCount(forMs)) return 'forMs is a whole number of 0 or more';
      return { kind: 'slow', forMs };
    case 'htmlBan':
    case 'truncatedJson':
    case 'emptyBody':
    case 'hang':
    case 'reset':
    case 'loseAnswer':
    case 'revokeToken':
      return { kind: kind as Exclude<FaultKind, 'answer' | 'error' | 'slow'> };
    default:
      return `kind is one of ${kinds.join(', ')}`;
  }
}

const kinds: readonly FaultKind[] = [
  'answer',
  'error',
  'htmlBan',
  'truncatedJson',
  'emptyBody',
  'slow',
  'hang',
  'reset',
  'loseAnswer',
  'revokeToken',
];

function isCount(value: JsonValue | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isStatus(value: JsonValue): value is number {
  return isCount(value) && value >= 200 && value <= 599;
}

function problem(text: string): ParsedFault {
  return { ok: false, problem: text };
}
