import type { DtcardEvent, ErrorSummary } from '../event.js';
import type { FilterSubject } from './filter-subject.js';

type TextTest = (text: string) => boolean;

/** Whether one of the texts that say what went wrong passes the test. */
export function someErrorText(subject: FilterSubject, test: TextTest): boolean {
  const { event, exchange, card, message } = subject;
  if (event && ofEvent(event, test)) return true;
  if (exchange?.problem !== undefined && test(exchange.problem)) return true;
  if (exchange?.update?.error && ofSummary(exchange.update.error, test)) return true;
  if (subject.kind === 'card' && !event && card) {
    if (card.error && ofSummary(card.error, test)) return true;
    if (card.uncertain !== undefined && test(card.uncertain)) return true;
    return card.deliveries.some(({ errorMsg }) => errorMsg !== undefined && test(errorMsg));
  }
  return message?.errCode !== undefined && test(message.errCode);
}

function ofEvent(event: DtcardEvent, test: TextTest): boolean {
  switch (event.type) {
    case 'connection.lost':
      return test(event.reason) || test(event.detail);
    case 'connection.refused':
      return test(event.fault.code) || test(event.fault.message);
    case 'frame.malformed':
      return test(event.problem) || test(event.detail);
    case 'callback.received':
      return event.problem !== undefined && test(event.problem);
    case 'card.undelivered':
      return test(event.errorMsg);
    case 'card.uncertain':
      return test(event.detail);
    case 'card.failed':
    case 'card.updateFailed':
    case 'card.streamFailed':
    case 'api.failed':
      return ofSummary(event.error, test);
    case 'rules.rejected':
      return event.problems.some(({ message }) => test(message));
    case 'notice':
      return event.level !== 'info' && (test(event.key) || someParam(event.params, test));
    default:
      return false;
  }
}

function ofSummary({ code, params, fault }: ErrorSummary, test: TextTest): boolean {
  if (test(code) || someParam(params, test)) return true;
  return fault !== undefined && (test(fault.code) || test(fault.message));
}

export function someParam(
  params: Readonly<Record<string, string | number | boolean>>,
  test: TextTest,
): boolean {
  for (const key in params) {
    const value = params[key];
    if (value !== undefined && test(String(value))) return true;
  }
  return false;
}

/** Our code and DingTalk's of what failed. */
export function someErrorCode(subject: FilterSubject, test: TextTest): boolean {
  const { event, exchange, card, message } = subject;
  if (event?.type === 'connection.refused') return test(event.fault.code);
  if (event?.type === 'frame.answered') return test(String(event.code));
  const failed = summaryOf(event) ?? (event ? undefined : card?.error);
  if (subject.kind !== 'callback' && failed && ofCodes(failed, test)) return true;
  if (exchange?.answer && test(String(exchange.answer.code))) return true;
  if (exchange?.update?.error && ofCodes(exchange.update.error, test)) return true;
  return message?.errCode !== undefined && test(message.errCode);
}

/** Of the HTTP call that failed. */
export function errorStatus({ event, card }: FilterSubject): number | undefined {
  if (event?.type === 'connection.refused') return event.fault.httpStatus;
  return (event ? summaryOf(event) : card?.error)?.fault?.httpStatus;
}

function summaryOf(event: DtcardEvent | undefined): ErrorSummary | undefined {
  return event && 'error' in event ? event.error : undefined;
}

function ofCodes({ code, fault }: ErrorSummary, test: TextTest): boolean {
  return test(code) || (fault !== undefined && test(fault.code));
}
