import type { Answer } from '../answer/answer.js';
import type { FollowUp } from '../answer/decision.js';
import type { FailedCondition } from '../answer/explain-rules.js';
import { printable } from '../base/display-width.js';
import { errorSentence } from '../i18n/error-sentence.js';
import type { Lang } from '../i18n/sentence.js';
import type { Translate } from '../i18n/translate.js';
import { responseWords, updateWords } from '../output/answer-words.js';
import type { Explained } from './rule-explainer.js';

interface Reader {
  readonly t: Translate;
  readonly lang: Lang;
}

/** What rules made of a tap or a message, as lines to read. @param who tapped or wrote */
export function explainedLines(explained: Explained, who: string, reader: Reader): string[] {
  return [...lines(explained, who, reader)].map(printable);
}

function* lines(explained: Explained, who: string, { t, lang }: Reader): Generator<string> {
  const { explanation, decision, script } = explained;
  const { rule, line = 0, guard, passedOver } = explanation;
  yield subjectLine(explained, who, t);
  yield rule === undefined ? t('rules.unmatched') : t('rules.matched', { rule, line });
  if (guard && !guard.holds) {
    yield `    ${t('rules.guarded')}`;
    for (const failed of guard.failed) yield `      ${failedWords(failed, t)}`;
  }
  if (decision.kind === 'answer') {
    yield `    ${answerWords(decision.answer, t)}`;
    if (decision.delayMs > 0) yield `    ${t('rules.says.delay', { delayMs: decision.delayMs })}`;
  } else if (decision.kind === 'leave') yield `    ${t('rules.says.leave')}`;
  else if (decision.kind === 'script') {
    yield `    ${t('rules.says.script', { file: decision.script.file })}`;
  }
  if (script?.ok === false) yield `    ✗ ${errorSentence(script.error, lang)}`;
  else if (script?.decision.kind === 'leave') yield `    ${t('rules.says.leave')}`;
  else if (script?.decision.kind === 'answer') {
    if (explained.on === 'callback') yield `    ${answerWords(script.decision.answer, t)}`;
    for (const followUp of script.decision.then) yield `    ${followUpWords(followUp, t, lang)}`;
  }
  for (const followUp of 'then' in decision ? decision.then : []) {
    yield `    ${followUpWords(followUp, t, lang)}`;
  }
  for (const over of passedOver) {
    yield `  - ${over.rule} (${over.line})`;
    for (const failed of over.failed) yield `      ${failedWords(failed, t)}`;
  }
}

function subjectLine(explained: Explained, who: string, t: Translate): string {
  if (explained.on === 'message') {
    return t('rules.message', { who, text: shortened(explained.subject.text) });
  }
  const { actionIds, params, outTrackId } = explained.subject;
  const values = Object.keys(params).length === 0 ? '' : ` ${JSON.stringify(params)}`;
  const actions = shortened(`${actionIds.join(',')}${values}`);
  return t('rules.tap', { who, actions, outTrackId });
}

function failedWords({ path, expected, actual }: FailedCondition, t: Translate): string {
  return actual === undefined
    ? t('rules.failed.nothing', { path, expected })
    : t('rules.failed', { path, expected, actual: shortened(actual) });
}

function answerWords(answer: Answer, t: Translate): string {
  switch (answer.kind) {
    case 'empty':
      return t('rules.says.empty');
    case 'update':
      return t('rules.says.update', { words: responseWords(answer.response, t) });
    case 'fail':
      return t('rules.says.fail', { code: answer.code, message: answer.message });
  }
}

function followUpWords(followUp: FollowUp, t: Translate, lang: Lang): string {
  switch (followUp.kind) {
    case 'send': {
      const { cardTemplateId, openSpaceId } = followUp.draft;
      return t('rules.says.send', { cardTemplateId, openSpaceId });
    }
    case 'update': {
      const { outTrackId, cardParamMap, privateData } = followUp.update;
      const words = updateWords(cardParamMap, privateData);
      return t('rules.says.updateCard', { outTrackId, words });
    }
    case 'stream': {
      const { outTrackId, plan } = followUp;
      const { key, text } = plan;
      return t('rules.says.stream', { outTrackId, key, length: Array.from(text).length });
    }
    case 'impossible':
      return t('rules.says.impossible', { detail: errorSentence(followUp.error, lang) });
  }
}

function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
