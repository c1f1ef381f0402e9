import { printable } from '../../base/display-width.js';
import {
  type ErrorParams,
  isDtcardError,
  messageOf,
  type PlatformFault,
} from '../../base/errors.js';
import type { Lang } from '../../i18n/sentence.js';
import { translateLoose } from '../../i18n/translate.js';
import type { ErrorSummary } from '../../log/event.js';

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
  return {
    sentence: said(lang, error.code, error.params) || error.code,
    next: said(lang, `${error.code}.next`, error.params),
    fault: error.fault ? faultText(error.fault) : '',
  };
}

export function faultText(fault: PlatformFault): string {
  const status = fault.httpStatus === 0 ? '' : `HTTP ${fault.httpStatus}`;
  const request = fault.requestId === undefined ? '' : `requestId ${fault.requestId}`;
  return printable([status, fault.code, fault.message, request].filter(Boolean).join(' · '));
}

function said(lang: Lang, key: string, params: ErrorParams): string {
  const text = translateLoose(lang, key, params);
  return text === key ? '' : printable(text);
}
