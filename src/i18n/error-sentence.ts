import { printable } from '../base/display-width.js';
import type { ErrorParams, PlatformFault } from '../base/errors.js';
import type { Lang } from './sentence.js';
import { translateLoose } from './translate.js';

/** A `DtcardError`, or the same as data. */
interface ErrorSummary {
  readonly code: string;
  readonly params: ErrorParams;
  readonly fault?: PlatformFault | undefined;
}

/** What failed and because of what, in one sentence. */
export function errorSentence(error: ErrorSummary, lang: Lang): string {
  return reasoned(error, lang, '') ?? translateLoose(lang, error.code, withFault(error));
}

/** What to do about it; undefined when there is nothing to say. */
export function nextStep(error: ErrorSummary, lang: Lang): string | undefined {
  const specific = reasoned(error, lang, '.next');
  if (specific !== undefined) return specific;
  const key = `${error.code}.next`;
  const sentence = translateLoose(lang, key, withFault(error));
  return sentence === key || sentence === '' ? undefined : sentence;
}

/** The sentence for the param `reason`, where there is one (i18n/error-reasons). */
function reasoned(error: ErrorSummary, lang: Lang, suffix: string): string | undefined {
  const key = `${error.code}.${String(error.params['reason'])}${suffix}`;
  const sentence = translateLoose(lang, key, withFault(error));
  return sentence === key ? undefined : sentence;
}

/** The fault's fields serve as placeholders too. What servers and files say is shown, never acted upon. */
function withFault({ params, fault }: ErrorSummary): ErrorParams {
  const shown: Record<string, string | number | boolean> = {};
  if (fault) {
    shown['httpStatus'] = fault.httpStatus;
    shown['faultCode'] = printable(fault.code);
    shown['faultMessage'] = printable(fault.message);
    shown['requestId'] = printable(fault.requestId ?? '');
    shown['scopes'] = printable((fault.requiredScopes ?? []).join(', '));
  }
  for (const [name, value] of Object.entries(params)) {
    shown[name] = typeof value === 'string' ? printableLines(value) : value;
  }
  return shown;
}

/** Lists of problems come one a line, indented so that no line can pass for one of ours. */
function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n  ');
}
