import { printable } from '../../base/display-width.js';
import { isDtcardError, messageOf, type PlatformFault } from '../../base/errors.js';
import { errorSentence, nextStep } from '../../i18n/error-sentence.js';
import type { Lang } from '../../i18n/sentence.js';
import type { ErrorSummary } from '../../log/event.js';
import { hintFor } from '../../protocol/error-catalogue.js';

export interface ErrorText {
  readonly sentence: string;
  /** Empty when nothing is known to do. */
  readonly next: string;
  /** DingTalk's own words; empty when it said nothing. */
  readonly fault: string;
}

export function thrownText(thrown: unknown, lang: Lang): ErrorText {
  if (!isDtcardError(thrown))
    return { sentence: printable(messageOf(thrown)), next: '', fault: '' };
  return errorText(thrown, lang);
}

export function errorText(
  error: Pick<ErrorSummary, 'code' | 'params'> & { readonly fault?: PlatformFault | undefined },
  lang: Lang,
): ErrorText {
  const { fault } = error;
  // What DingTalk's own code means says more than what to do about refusals in general.
  const next = (fault && hintFor(fault.code, lang)) ?? nextStep(error, lang) ?? '';
  return {
    sentence: printable(errorSentence(error, lang)),
    next: printable(next),
    fault: fault ? faultText(fault) : '',
  };
}

export function faultText(fault: PlatformFault): string {
  const status = fault.httpStatus === 0 ? '' : `HTTP ${fault.httpStatus}`;
  const request = fault.requestId === undefined ? '' : `requestId ${fault.requestId}`;
  return printable([status, fault.code, fault.message, request].filter(Boolean).join(' · '));
}
