import { isJsonObject, type JsonObject, parseJson } from '../base/json-text.js';
import { redactText } from '../base/redact.js';
import type { Finding } from '../card/finding.js';
import { lintAnswer } from '../card/lint/lint-answer.js';
import { findingSentence } from '../i18n/finding-sentence.js';
import { type Answer, emptyAnswer } from './answer.js';
import { bodyText, isPart, responseOf, soundAnswer } from './forward-response.js';

export type ForwardAnswer =
  /** `detail`: what was wrong with it, and taken or passed over all the same. */
  | { readonly ok: true; readonly answer: Answer; readonly detail?: string }
  | { readonly ok: false; readonly detail: string };

/**
 * Reads what a service answered to an HTTP callback: the bare response object (stream-protocol §6.4),
 * as DingTalk would. Names it does not know have no effect and are told. An answer that meant to
 * change the card and would change nothing is no answer: whoever else may decide still can.
 * @param secrets masked where the body is quoted: error pages like to repeat what they were sent
 */
export function readForwardAnswer(body: string, secrets: readonly string[] = []): ForwardAnswer {
  const sound = soundAnswer(body);
  if (sound) return taken(sound);
  const text = bodyText(body);
  const parsed = parseJson(text);
  if (!parsed.ok) return refused(`not JSON: ${excerpt(text, secrets)}`);
  const { value } = parsed;
  if (!isJsonObject(value)) return refused(`not an object: ${excerpt(text, secrets)}`);
  if (isWrapped(value)) return readWrapped(value);
  const findings = lintAnswer(value);
  const response = responseOf(value);
  if (response) return taken({ kind: 'update', response }, findings);
  return findings.some(meantSomething) ? refused(wordsOf(findings)) : taken(emptyAnswer, findings);
}

function isWrapped(body: JsonObject): boolean {
  return Object.hasOwn(body, 'response') && !Object.keys(body).some(isPart);
}

/** As on Stream. Over HTTP the wrapper hides what is in it; an empty one hides nothing. */
function readWrapped(body: JsonObject): ForwardAnswer {
  const { response } = body;
  if (!isJsonObject(response) || isNothing(response)) return taken(emptyAnswer);
  return refused(
    'it is wrapped as {"response": …}, which is for Stream; over HTTP DingTalk reads the bare object and would change nothing',
  );
}

function isNothing(value: unknown): boolean {
  return value === null || (isJsonObject(value) && Object.values(value).every(isNothing));
}

/** `errcode` and `msg` mean nothing; `cardDatas` meant something. */
function meantSomething({ code, params }: Finding): boolean {
  return code !== 'D172' || params['nearest'] !== '';
}

function taken(answer: Answer, findings: readonly Finding[] = []): ForwardAnswer {
  return findings.length === 0
    ? { ok: true, answer }
    : { ok: true, answer, detail: wordsOf(findings) };
}

function refused(detail: string): ForwardAnswer {
  return { ok: false, detail };
}

const mostFindings = 5;

function wordsOf(findings: readonly Finding[]): string {
  const words = findings
    .slice(0, mostFindings)
    .map((finding) => cut(findingSentence(finding, 'en'), 300));
  const more = findings.length - words.length;
  return [...words, ...(more > 0 ? [`${more} more`] : [])].join('; ');
}

/** The beginning of a text on one line. gzip starts with bytes that are no text. */
function excerpt(text: string, secrets: readonly string[]): string {
  if (text.startsWith('\u001f\ufffd')) return 'it is compressed, which was not asked for';
  // Masked before it is cut: half of a secret is not recognised any more.
  return cut(redactText(text, secrets).replace(/[\s\p{Cc}]+/gu, ' '), 100);
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // Not in the middle of a character.
  return `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`;
}
