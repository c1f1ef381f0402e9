import { isDtcardError, messageOf } from '../base/errors.js';
import { redactText } from '../base/redact.js';
import type { ErrorSummary } from '../log/event.js';
import type { EventLog } from '../log/event-log.js';
import type { ApiObserver } from '../platform/card-client.js';

/** Writes every API call into the log. */
export function apiEvents(log: EventLog): ApiObserver {
  return {
    called(call) {
      log.append({ type: 'api.called', ...call });
    },
    failed(call, error) {
      log.append({ type: 'api.failed', ...call, error: summarise(error) });
    },
    uncertain(outTrackId, detail) {
      log.append({ type: 'card.uncertain', outTrackId, detail: redactText(detail) });
    },
  };
}

/** Any thrown value as data for the log; what is not a `DtcardError` counts as our own bug. */
export function summarise(error: unknown): ErrorSummary {
  if (!isDtcardError(error)) {
    return { code: 'E9001', params: { detail: redactText(messageOf(error)) } };
  }
  const { code, params, fault } = error;
  return fault ? { code, params, fault } : { code, params };
}
