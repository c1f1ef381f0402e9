import { printable } from '../base/display-width.js';
import { isDtcardError, messageOf } from '../base/errors.js';
import { redactText } from '../base/redact.js';
import { errorSentence, nextStep } from '../i18n/error-sentence.js';
import type { Lang } from '../i18n/sentence.js';
import type { ErrorSummary } from '../log/event.js';
import { hintFor } from '../protocol/error-catalogue.js';
import { jsonLine } from './json-line.js';

/** `error` in words: what failed, what DingTalk said, what to do. Several lines, no line end at the last. */
export function errorReport(error: ErrorSummary, lang: Lang): string {
  const lines = [`${error.code} ${errorSentence(error, lang)}`];
  const { fault } = error;
  if (fault) {
    const id = fault.requestId ? ` (requestId ${fault.requestId})` : '';
    lines.push(`  ${printable(`${fault.httpStatus} ${fault.code} ${fault.message}${id}`)}`);
    const hint = hintFor(fault.code, lang);
    if (hint) lines.push(`  ${hint}`);
  }
  const next = nextStep(error, lang);
  if (next) lines.push(`  → ${next}`);
  return redactText(lines.join('\n'));
}

/** The shape of errors on stderr with `--json`, one line. Keys are stable, texts English. */
export function errorJson(error: ErrorSummary): string {
  const { code, params, fault } = error;
  const body = {
    code,
    message: errorSentence(error, 'en'),
    next: nextStep(error, 'en') ?? null,
    params,
    ...(fault ? { dingtalk: fault } : {}),
  };
  return redactText(jsonLine({ error: body }));
}

/** Any thrown value as a summary; what is no `DtcardError` is a bug of ours (E9001). */
export function summaryOf(error: unknown): ErrorSummary {
  if (!isDtcardError(error)) return { code: 'E9001', params: { detail: messageOf(error) } };
  const { code, params, fault } = error;
  return fault ? { code, params, fault } : { code, params };
}
