import type { ErrorParams } from '../base/errors.js';
import type { Lang } from '../i18n/sentence.js';
import { translateLoose } from '../i18n/translate.js';
import type { ErrorSummary } from '../log/event.js';

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

/** The fault's fields serve as placeholders too. */
function withFault({ params, fault }: ErrorSummary): ErrorParams {
  if (!fault) return params;
  return {
    httpStatus: fault.httpStatus,
    faultCode: fault.code,
    faultMessage: fault.message,
    requestId: fault.requestId ?? '',
    scopes: (fault.requiredScopes ?? []).join(', '),
    ...params,
  };
}
