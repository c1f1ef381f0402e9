import type { IdSource } from '../base/ids.js';

/** A refusal of the new gateway or of a service behind it (card-openapi §1.5, §1.6). */
export interface ApiError {
  readonly httpStatus: number;
  readonly code: string;
  readonly message: string;
  /** The gateway writes `code` first, services write `requestid` first (card-openapi §1.1). */
  readonly from: 'gateway' | 'service';
  readonly requiredScopes?: readonly string[];
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | Refused;

export interface Refused {
  readonly ok: false;
  readonly error: ApiError;
}

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** For card services the message equals the code in nearly all cases (card-openapi §1.5). */
export function refuse(code: string, message = code, httpStatus = 400): Refused {
  return { ok: false, error: { httpStatus, code, message, from: 'service' } };
}

export function refuseAtGateway(code: string, message: string, httpStatus = 400): Refused {
  return { ok: false, error: { httpStatus, code, message, from: 'gateway' } };
}

/** Upper-case hex whose third group starts with 7, as all samples do (card-openapi §1.5). */
export function requestId(ids: IdSource): string {
  const uuid = ids.uuid().toUpperCase();
  return `${uuid.slice(0, 14)}7${uuid.slice(15)}`;
}

/** The wire form of an error, as JSON text. */
export function errorBody(error: ApiError, ids: IdSource): string {
  const { code, message, requiredScopes } = error;
  const requestid = requestId(ids);
  return JSON.stringify({
    ...(error.from === 'gateway' ? { code, requestid, message } : { requestid, code, message }),
    ...(requiredScopes && { accessdenieddetail: { requiredScopes } }),
  });
}
