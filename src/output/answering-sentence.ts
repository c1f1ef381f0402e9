import { errorSentence } from '../i18n/error-sentence.js';
import type { Translate } from '../i18n/translate.js';
import type { ArmEvent, DtcardEvent, EventOf, EventType } from '../log/event.js';
import { responseWords } from './answer-words.js';
import type { EventSentence, LineKind, LineTone, SentenceContext } from './event-sentence.js';

/** Events about deciding how a callback is answered, besides the answers themselves. */
type AnsweringEvent =
  | Extract<
      DtcardEvent,
      { readonly type: Exclude<Extract<EventType, `callback.${string}`>, SpokenElsewhere> }
    >
  | EventOf<
      | ArmEvent['type']
      | 'forward.health'
      | 'split.suspected'
      | 'rules.switched'
      | 'rules.pinned'
      | 'rule.scriptFailed'
    >;

type SpokenElsewhere =
  | 'callback.received'
  | 'callback.duplicate'
  | 'callback.answered'
  | 'callback.late';

export function answeringSentences(
  event: AnsweringEvent,
  { t, names, lang }: SentenceContext,
): EventSentence[] {
  switch (event.type) {
    case 'callback.planned': {
      const { rule, delayMs } = event;
      return delayMs === undefined
        ? one('rules', t('line.callback.script', { rule }), 'quiet')
        : one('rules', t('line.callback.planned', { rule, delayMs }), 'quiet');
    }
    case 'callback.forwarded':
      return [];
    case 'callback.forwardReturned': {
      const { outcome, attempt, detail = outcome } = event;
      if (outcome === 'answer') {
        if (event.detail === undefined) return [];
        return one('callback', t('line.callback.forwardNote', { detail }), 'warn');
      }
      return outcome === 'retry'
        ? one('callback', t('line.callback.retried', { attempt, detail }), 'warn')
        : one('callback', t('line.callback.forwardFailed', { detail }), 'bad');
    }
    case 'callback.held':
      return one('callback', t('line.callback.held'), 'warn');
    case 'callback.holdFailed':
      return one('callback', t('line.callback.holdFailed', { detail: event.detail }), 'warn');
    case 'callback.expired':
      return one('answer', t('line.callback.expired'), 'warn');
    case 'callback.dropped': {
      const who = event.rule ?? t(`tui.source.${event.source}`);
      return one('answer', t(`line.callback.dropped.${event.reason}`, { who }), 'warn');
    }
    case 'callback.restored': {
      const { callback } = event;
      const who = names.person(callback.userId);
      const action = callback.actionIds.join(',');
      return one('callback', t('line.callback.restored', { who, action }), 'warn');
    }
    case 'answer.armed':
      return one('answer', armedWords(event, t), 'plain');
    case 'answer.disarmed':
      return event.reason === 'by-hand' ? one('answer', t('line.disarmed'), 'quiet') : [];
    case 'forward.health': {
      const { state, url, detail = '' } = event;
      if (state === 'unknown') return [];
      const tone = state === 'ok' ? 'good' : state === 'slow' ? 'warn' : 'bad';
      return one('connection', t(`line.forward.${state}`, { url, detail }), tone);
    }
    case 'split.suspected':
      return one('connection', t(`line.split.${event.sign}`, event.params), 'warn');
    case 'rules.switched': {
      const off = event.reason === 'production' ? 'line.rules.offProduction' : 'line.rules.off';
      return one('rules', t(event.on ? 'line.rules.on' : off), 'warn');
    }
    case 'rules.pinned': {
      const { file, rule, line } = event;
      return one('rules', t('line.rules.pinned', { file, rule, line }), 'good');
    }
    case 'rule.scriptFailed': {
      const error = errorSentence(event.error, lang);
      return one('rules', t('line.rule.scriptFailed', { rule: event.rule, error }), 'bad');
    }
  }
}

function armedWords(event: EventOf<'answer.armed'>, t: Translate): string {
  const { filter, times, code, response } = event;
  const what = code === 200 ? responseWords(response, t) : t('line.answer.failure', { code });
  if (times === undefined) return t('line.armedAlways', { filter, what });
  return times === 1
    ? t('line.armed', { filter, what })
    : t('line.armedTimes', { filter, what, times });
}

function one(kind: LineKind, text: string, tone: LineTone): EventSentence[] {
  return [{ kind, text, tone }];
}
