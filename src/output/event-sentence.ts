import { errorSentence } from '../i18n/error-sentence.js';
import type { Lang } from '../i18n/sentence.js';
import { type Translate, translateLoose } from '../i18n/translate.js';
import type { DtcardEvent, EventOf } from '../log/event.js';
import type { KnownNames } from '../log/known-names.js';
import { responseWords, updateWords } from './answer-words.js';
import { answeringSentences } from './answering-sentence.js';
import { simulatorSentence } from './simulator-sentence.js';

export type LineKind =
  | 'session'
  | 'connection'
  | 'message'
  | 'card'
  | 'callback'
  | 'answer'
  | 'rules'
  | 'api'
  | 'frame'
  | 'simulator'
  | 'notice';

export type LineTone = 'plain' | 'good' | 'bad' | 'warn' | 'quiet';

/** What one event looks like in plain lines. */
export interface EventSentence {
  readonly kind: LineKind;
  readonly text: string;
  readonly tone: LineTone;
}

export interface SentenceContext {
  readonly lang: Lang;
  readonly t: Translate;
  readonly names: KnownNames;
}

/** The sentences for an event; none for events that only machines care about (they are in the event file). */
export function eventSentences(event: DtcardEvent, context: SentenceContext): EventSentence[] {
  const { t, names } = context;
  switch (event.type) {
    case 'session.started': {
      const { version, clientId, api, recording } = event;
      const lines = [say('session', t('line.session.started', { version, clientId, api }))];
      if (recording)
        lines.push(say('session', t('line.session.recording', { file: recording }), 'quiet'));
      return lines;
    }
    case 'session.ended':
      return [say('session', t('line.session.ended', { reason: event.reason }), 'quiet')];
    case 'connection.opening':
    case 'frame.answered':
    case 'api.called':
      return [];
    case 'connection.opened':
      return [say('connection', t('line.connection.opened', whole(event)), 'good')];
    case 'connection.lost': {
      const { reason, detail, wasOpen } = event;
      // After an announced close this is what was to come.
      if (reason === 'planned') return [];
      const key = wasOpen ? 'line.connection.lost' : 'line.connection.failed';
      return [say('connection', t(key, { reason, detail }), 'bad')];
    }
    case 'connection.retrying':
      return [say('connection', t('line.connection.retrying', whole(event)), 'warn')];
    case 'connection.draining':
      return [say('connection', t('line.connection.draining', { detail: event.detail }), 'warn')];
    case 'connection.refused': {
      const { httpStatus, code, message } = event.fault;
      return [
        say(
          'connection',
          t('line.connection.refused', { status: httpStatus, code, message }),
          'bad',
        ),
      ];
    }
    case 'connection.closed':
      return [say('connection', t('line.connection.closed'), 'quiet')];
    case 'message.received':
      return messageLines(event, t);
    case 'message.duplicate':
      return [say('message', t('line.message.duplicate', { msgId: event.msgId }), 'warn')];
    case 'message.unanswered':
      return [say('message', t('line.message.unanswered'), 'warn')];
    case 'callback.received': {
      const { callback, problem } = event;
      const action = [callback.actionIds.join(','), paramWordsOf(callback.params)]
        .filter(Boolean)
        .join(' ');
      const who = names.person(callback.userId);
      const lines = [say('callback', t('line.callback.received', { who, action }))];
      if (problem) lines.push(say('callback', t('line.callback.problem', { problem }), 'bad'));
      return lines;
    }
    case 'callback.duplicate':
      return [say('callback', t('line.callback.duplicate'), 'warn')];
    case 'callback.answered':
      return answerLines(event, t);
    case 'callback.late': {
      const params = { tookMs: Math.round(event.tookMs), what: responseWords(event.response, t) };
      const { rule, source } = event;
      const key = source === 'forward' ? 'line.answer.lateForward' : 'line.answer.late';
      const words =
        rule === undefined ? t(key, params) : t('line.answer.lateRule', { ...params, rule });
      return [say('answer', words, 'warn')];
    }
    case 'callback.planned':
    case 'callback.forwarded':
    case 'callback.forwardReturned':
    case 'callback.held':
    case 'callback.holdFailed':
    case 'callback.expired':
    case 'callback.dropped':
    case 'callback.restored':
    case 'answer.armed':
    case 'answer.disarmed':
    case 'forward.health':
    case 'split.suspected':
    case 'rules.switched':
    case 'rules.pinned':
    case 'rule.scriptFailed':
      return answeringSentences(event, context);
    case 'card.created':
      return [];
    case 'card.delivered': {
      const where = names.place(event.spaceId);
      return [say('card', t('line.card.sent', { template: event.outTrackId, where }), 'good')];
    }
    case 'card.undelivered': {
      const { errorMsg, spaceType, spaceId } = event;
      const where = `${spaceType} ${names.place(spaceId)}`;
      return [say('card', t('line.card.undelivered', { where, errorMsg }), 'bad')];
    }
    case 'card.uncertain':
      return [say('card', t('line.card.uncertain', { detail: event.detail }), 'warn')];
    case 'card.failed':
      return [
        say(
          'card',
          t('line.card.failed', { error: errorSentence(event.error, context.lang) }),
          'bad',
        ),
      ];
    case 'card.updated': {
      const what = updateWords(event.cardParamMap, event.privateData);
      return [say('card', t('line.card.updated', { what }), 'good')];
    }
    case 'card.streamed': {
      const { key, content } = event;
      const size = Array.from(content).length;
      const state = event.isError ? 'failed' : event.isFinalize ? 'done' : 'on';
      // Every frame would bury everything else; the first words and the end say it.
      if (state === 'on') return [say('card', t('line.card.streaming', { key, size }), 'plain')];
      return [
        say(
          'card',
          t(state === 'done' ? 'line.card.streamed' : 'line.card.streamEnded', { key, size }),
          state === 'done' ? 'good' : 'bad',
        ),
      ];
    }
    case 'card.streamFailed': {
      const error = errorSentence(event.error, context.lang);
      return [say('card', t('line.card.streamFailed', { key: event.key, error }), 'bad')];
    }
    case 'card.updateFailed':
      return [
        say(
          'card',
          t('line.card.updateFailed', { error: errorSentence(event.error, context.lang) }),
          'bad',
        ),
      ];
    case 'api.failed': {
      const { method, path, attempt } = event;
      const error = errorSentence(event.error, context.lang);
      return [say('api', t('line.api.failed', { method, path, attempt, error }), 'bad')];
    }
    case 'rules.loaded':
      return [
        say('rules', t('line.rules.loaded', { file: event.file, count: event.count }), 'quiet'),
      ];
    case 'rules.rejected': {
      const key = event.keptPrevious ? 'line.rules.kept' : 'line.rules.rejected';
      return [
        say('rules', t(key, { file: event.file }), 'bad'),
        ...event.problems.map((problem) =>
          // A problem without a place is one of the file as a whole.
          say(
            'rules',
            problem.line > 0 ? t('line.rules.problem', { ...problem }) : problem.message,
            'bad',
          ),
        ),
      ];
    }
    case 'rule.matched':
      return event.action === 'leave'
        ? [say('rules', t('line.rule.left', { rule: event.rule }), 'quiet')]
        : [];
    case 'frame.received':
      // Keep-alives of the connection are no news.
      if (event.frameType === 'SYSTEM') return [];
      return [
        say(
          'frame',
          t('line.frame.other', { frameType: event.frameType, topic: event.topic }),
          'quiet',
        ),
      ];
    case 'frame.malformed': {
      const { problem, detail } = event;
      return [say('frame', t('line.frame.malformed', { problem, detail }), 'bad')];
    }
    case 'simulator.reported':
      return simulatorSentence(event, context);
    case 'notice': {
      const tone = event.level === 'error' ? 'bad' : event.level === 'warn' ? 'warn' : 'plain';
      return [say('notice', translateLoose(context.lang, event.key, event.params), tone)];
    }
  }
}

function say(kind: LineKind, text: string, tone: LineTone = 'plain'): EventSentence {
  return { kind, text, tone };
}

function messageLines(event: EventOf<'message.received'>, t: Translate): EventSentence[] {
  const { message } = event;
  const who = message.senderNick || message.senderStaffId || message.senderId;
  const where = message.conversationTitle;
  if (message.errCode)
    return [say('message', t('line.message.quota', { code: message.errCode }), 'bad')];
  const text = message.text || `[${message.msgtype}]`;
  return [
    say(
      'message',
      where
        ? t('line.message.receivedIn', { who, where, text })
        : t('line.message.received', { who, text }),
    ),
  ];
}

function answerLines(event: EventOf<'callback.answered'>, t: Translate): EventSentence[] {
  const tookMs = Math.round(event.tookMs);
  const what =
    event.code === 200
      ? responseWords(event.response, t)
      : t('line.answer.failure', { code: event.code });
  const lines: EventSentence[] = [];
  lines.push(answerLine(event, t, tookMs, what));
  if (!event.sent) lines.push(say('answer', t('line.answer.unsent'), 'bad'));
  return lines;
}

function answerLine(
  { source, rule = '' }: EventOf<'callback.answered'>,
  t: Translate,
  tookMs: number,
  what: string,
): EventSentence {
  switch (source) {
    case 'autoAck':
    case 'shutdown':
      return say('answer', t(`line.answer.${source}`, { tookMs }), 'warn');
    case 'autoFail':
      return say('answer', t('line.answer.autoFail', { tookMs, what }), 'bad');
    case 'rule':
      return say('answer', t('line.answer.rule', { rule, tookMs, what }), 'good');
    case 'armed':
    case 'forward':
      return say('answer', t(`line.answer.${source}`, { tookMs, what }), 'good');
    case 'manual':
    case 'duplicate':
      return say('answer', t('line.answer.manual', { tookMs, what }), 'good');
  }
}

function paramWordsOf(params: Readonly<Record<string, unknown>>): string {
  return Object.entries(params)
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' ');
}

function whole<T extends { readonly tookMs?: number; readonly delayMs?: number }>(event: T) {
  const rounded: Record<string, string | number | boolean> = {};
  for (const [key, value] of Object.entries(event)) {
    if (typeof value === 'number') rounded[key] = Math.round(value);
    else if (typeof value === 'string' || typeof value === 'boolean') rounded[key] = value;
  }
  return rounded;
}
