import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/base/display-width.js';
import type { DtcardEvent, EventBody } from '../../src/log/event.js';
import { createLineWriter } from '../../src/output/line-writer.js';
import {
  callbackAnswered,
  callbackReceived,
  cardCreated,
  cardDelivered,
  connectionOpened,
  messageReceived,
  sessionStarted,
} from '../support/event-builders.js';

function linesOf(bodies: readonly EventBody[], lang: 'zh' | 'en' = 'en', color = false): string {
  let out = '';
  const write = createLineWriter({
    lang,
    write: (text) => {
      out += text;
    },
    timeOf: () => '14:02:11',
    color,
  });
  write(bodies.map((body, seq): DtcardEvent => ({ seq, atMs: 0, v: 1, ...body })));
  return out;
}

const hostile = '\u001b[2J\u001b]0;t\u0007\u009b31m\u202eevil\u2066\nline\r\n2\ud800\u0000\u200b';
/** Everything of it that must not reach a terminal, and the line ends that are not ours. */
const acting = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

describe('lines', () => {
  it('start with time and kind, the kinds in columns of cells', () => {
    const bodies = [sessionStarted(), connectionOpened(), messageReceived('m', '你好')];
    for (const lang of ['zh', 'en'] as const) {
      const starts = linesOf(bodies, lang)
        .trimEnd()
        .split('\n')
        .map((line) => /^(14:02:11 \S+ +)/.exec(line)?.[1] ?? '');
      expect(starts.map(displayWidth)).toEqual([18, 18, 18]);
    }
  });

  it('say so when an answer emptied variables or is not for everybody', () => {
    const out = linesOf([
      sessionStarted({ answerReach: 'clicker' }),
      cardCreated('c1', { cardParamMap: { title: 't', status: 's' } }),
      callbackReceived('e1', { outTrackId: 'c1', userId: 'user02' }),
      callbackAnswered('e1', { response: { cardData: { cardParamMap: { status: 'x' } } } }),
    ]);
    expect(out.trimEnd().split('\n').at(-1)).toBe(
      '14:02:11 answer   emptied, for lack of updateCardDataByKey: title · only user02 sees the cardData; what others see is unchanged',
    );
  });

  it('come in one write for a batch, and in none for silence', () => {
    expect(linesOf([{ type: 'connection.opening', connectionId: 'c', attempt: 1 }])).toBe('');
    const writes: string[] = [];
    const write = createLineWriter({
      lang: 'en',
      write: (text) => void writes.push(text),
      timeOf: () => '',
      color: false,
    });
    write([
      { seq: 0, atMs: 0, v: 1, type: 'connection.closed' },
      { seq: 1, atMs: 0, v: 1, type: 'connection.closed' },
    ]);
    expect(writes).toHaveLength(1);
  });

  it('call people and chats by the names they were introduced with', () => {
    const out = linesOf([
      messageReceived('m', 'hi', { senderStaffId: 'user02', senderNick: '李四' }),
      callbackReceived('x'),
      cardDelivered('o1'),
    ]);
    expect(out).toContain('李四 tapped btn_agree');
    expect(out).toContain('→ 审批群');
  });

  it('are painted only when colour is wanted, and never beyond their end', () => {
    const bodies = [connectionOpened(), callbackAnswered('x', { source: 'autoAck' })];
    expect(linesOf(bodies)).not.toContain('\u001b');
    const painted = linesOf(bodies, 'en', true);
    expect(painted).toContain('\u001b[32m');
    expect(painted).toContain('\u001b[33m');
    for (const line of painted.trimEnd().split('\n')) expect(line).toMatch(/\u001b\[39m$/);
  });
});

describe('hostile text', () => {
  const error = { code: 'E4001', params: { path: hostile, code: hostile, detail: hostile } };
  const fault = { httpStatus: 400, code: hostile, message: hostile };
  const because = { rule: hostile, msgId: hostile };
  const bodies: readonly EventBody[] = [
    sessionStarted({ clientId: hostile, api: hostile, recording: hostile }),
    messageReceived('m', hostile, { senderNick: hostile, conversationTitle: hostile }),
    messageReceived('m', '', { msgtype: hostile, conversationTitle: '' }),
    callbackReceived('x', {
      userId: hostile,
      actionIds: [hostile],
      params: { [hostile]: hostile },
    }),
    callbackReceived('x', {}, { problem: hostile }),
    callbackAnswered('x', {
      rule: hostile,
      response: {
        cardData: { cardParamMap: { [hostile]: hostile } },
        userPrivateData: { cardParamMap: { [hostile]: hostile } },
      },
    }),
    cardDelivered(hostile, { spaceId: hostile }),
    {
      type: 'card.undelivered',
      outTrackId: 'o',
      spaceType: hostile,
      spaceId: hostile,
      errorMsg: hostile,
      because,
    },
    { type: 'card.uncertain', outTrackId: 'o', detail: hostile },
    { type: 'card.failed', outTrackId: 'o', cardTemplateId: 't', openSpaceId: 's', error, because },
    { type: 'card.updated', outTrackId: 'o', cardParamMap: { [hostile]: hostile }, because },
    { type: 'connection.refused', fault },
    {
      type: 'connection.lost',
      connectionId: 'c',
      reason: 'closed',
      detail: hostile,
      wasOpen: true,
    },
    { type: 'connection.draining', connectionId: 'c', detail: hostile },
    { type: 'api.failed', method: 'POST', path: hostile, error, tookMs: 1, attempt: 1 },
    {
      type: 'rules.rejected',
      file: hostile,
      problems: [{ line: 1, column: 1, message: hostile }],
      keptPrevious: true,
    },
    {
      type: 'frame.received',
      connectionId: 'c',
      frameType: hostile,
      topic: hostile,
      messageId: 'f',
      raw: '',
    },
    { type: 'frame.malformed', connectionId: 'c', problem: 'content', detail: hostile, raw: '' },
    { type: 'notice', level: 'error', key: hostile, params: {} },
    { type: 'notice', level: 'error', key: 'notice.listener', params: { detail: hostile } },
    { type: 'simulator.reported', event: 'warning', detail: { code: hostile, message: hostile } },
    {
      type: 'simulator.reported',
      event: 'card.changed',
      detail: { userId: hostile, viewers: [hostile, 7], cardParamMap: { [hostile]: hostile } },
    },
  ];

  it.each(bodies.map((body) => [body.type, body] as const))(
    'in %s neither acts nor makes lines of its own',
    (_type, body) => {
      for (const lang of ['zh', 'en'] as const) {
        const out = linesOf([body], lang);
        expect(out).not.toMatch(acting);
        for (const line of out.trimEnd().split('\n')) expect(line).toMatch(/^14:02:11 /);
      }
    },
  );
});
