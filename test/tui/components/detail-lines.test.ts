import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../../src/log/event.js';
import { detailText } from '../../../src/tui/components/detail-lines.js';
import { lineWidth } from '../../../src/tui/components/spans.js';
import {
  callbackAnswered,
  callbackReceived,
  cardCreated,
  cardDelivered,
  messageReceived,
} from '../../support/event-builders.js';
import { dataOf, textOf } from '../../support/view-data.js';

function detail(events: readonly EventBody[], width = 60) {
  const data = dataOf(events);
  const row = data.feed.rows.at(-1);
  if (!row) throw new Error('no row');
  const page = detailText(row, data, width);
  return { page, text: textOf(page.lines).join('\n') };
}

const response = {
  cardUpdateOptions: { updateCardDataByKey: true },
  cardData: { cardParamMap: { status: '已同意', tags: '["a","b"]' } },
};

describe('detail', () => {
  it('of a callback of the last run says how that run left it', () => {
    const received = callbackReceived('e1');
    if (received.type !== 'callback.received') throw new Error('no callback');
    const { callback, exchangeId } = received;
    const restored = { callback, exchangeId, receivedAtMs: 0, recording: 'watch-1.jsonl' } as const;
    const { text } = detail([{ type: 'callback.restored', ...restored, was: 'acknowledged' }]);
    expect(text).toMatch(/我们的应答\n上次运行已确认/);
    expect(text).not.toContain('还没有应答');
  });

  it('of a callback has its fields, params, our answer, the card and the frame', () => {
    const { page, text } = detail([
      cardCreated('dtcard-8f0c'),
      cardDelivered('dtcard-8f0c'),
      callbackReceived('e1'),
      callbackAnswered('e1', { rule: 'accept', response }),
    ]);
    for (const part of [
      'actionIds       btn_agree',
      'userId          user02',
      'action: "agree"',
      'status: "已同意"',
      'title: "差旅报销审批"',
      '✓ IM_GROUP cidA1b2C3d4E5f6==  pqk-1',
      'topic: "/v1.0/card/instances/callback"',
    ]) {
      expect(text).toContain(part);
    }
    const titles = page.sections.map((at) => textOf(page.lines)[at]?.split('  ')[0]);
    expect(titles).toEqual([
      '卡片回调',
      'params',
      '我们的应答',
      '谁看到什么',
      '卡片现状',
      'cardParamMap',
      '原始帧',
    ]);
  });

  it('opens JSON inside strings: the frame’s data and its content, values of the card', () => {
    const { text } = detail([
      cardCreated('dtcard-8f0c', { cardParamMap: { list: '[{"名称":"一"}]' } }),
      callbackReceived('e1'),
    ]);
    expect(text).toContain('cardPrivateData: {');
    expect(text).toContain('名称: "一"');
  });

  it('says that nobody answered yet, that an answer was empty, or that it never arrived', () => {
    const received = callbackReceived('e1');
    expect(detail([received]).text).toContain('还没有应答');
    expect(detail([received, callbackAnswered('e1', { source: 'autoAck' })]).text).toContain(
      '空确认：卡片不变',
    );
    expect(detail([received, callbackAnswered('e1', { sent: false })]).text).toContain(
      '连接已断，钉钉没有收到',
    );
  });

  it('has the late answer and what became of it', () => {
    const { text } = detail([
      callbackReceived('e1'),
      callbackAnswered('e1', { source: 'autoAck' }),
      { type: 'callback.late', exchangeId: 'e1', source: 'manual', response, tookMs: 8200 },
      { type: 'card.updated', outTrackId: 'dtcard-8f0c', because: { exchangeId: 'e1' } },
    ]);
    expect(text).toContain('迟到的应答');
    expect(text).toContain('8.2 s');
    expect(text).toContain('✓ 点击后 8.2 s 决定（手动）  点击后 0 ms 已更新');
  });

  it('of a message has its text and ids', () => {
    const { text } = detail([messageReceived('m1', '提交审批')]);
    expect(text).toContain('senderNick      张三');
    expect(text).toContain('conversationId  cidA1b2C3d4E5f6==');
  });

  it('of broken rules has every problem and what is in force', () => {
    const { text } = detail([
      {
        type: 'rules.rejected',
        file: 'r.yaml',
        problems: [
          { line: 3, column: 5, message: 'unknown key «thn»' },
          { line: 9, column: 1, message: 'no action' },
        ],
        keptPrevious: true,
      },
    ]);
    expect(text).toContain('3:5  unknown key «thn»');
    expect(text).toContain('9:1  no action');
    expect(text).toContain('沿用之前的规则');
  });

  it('shows a frame that is no JSON, or too long to open, as text', () => {
    const frame = { type: 'frame.malformed', connectionId: 'c', problem: 'not-json' } as const;
    expect(detail([{ ...frame, detail: 'x', raw: '<html>' }]).text).toContain('<html>');
    const long = detail([{ ...frame, detail: 'x', raw: `"${'长'.repeat(300_000)}"` }]);
    expect(long.page.lines.length).toBeLessThan(2000);
  });

  it.each([20, 38, 60, 200])('is never wider than %i cells', (width) => {
    const { page } = detail(
      [
        cardCreated('dtcard-8f0c', { cardParamMap: { ['键'.repeat(40)]: '值'.repeat(90) } }),
        callbackReceived('e1', { userId: 'u'.repeat(300), params: { a: 'x y '.repeat(90) } }),
      ],
      width,
    );
    for (const line of page.lines) expect(lineWidth(line)).toBeLessThanOrEqual(Math.max(width, 24));
  });
});
