import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../../src/log/event.js';
import { consideredLines, lateLines } from '../../../src/tui/components/considered-lines.js';
import { detailText } from '../../../src/tui/components/detail-lines.js';
import {
  callbackAnswered,
  callbackReceived,
  sessionStarted,
} from '../../support/event-builders.js';
import { dataOf, textOf } from '../../support/view-data.js';

const response = { cardData: { cardParamMap: { status: '已同意' } } };
const url = 'http://127.0.0.1:9';

function read(events: readonly EventBody[], before: readonly EventBody[] = []) {
  const data = dataOf([...before, callbackReceived('e1'), ...events]);
  const exchange = data.exchanges.get('e1');
  if (!exchange) throw new Error('no exchange');
  return {
    considered: textOf(consideredLines(exchange, data, 80)),
    lates: textOf(lateLines(exchange, data)),
    detail: () => {
      const row = data.feed.rows.at(-1);
      return row ? textOf(detailText(row, data, 80).lines).join('\n') : '';
    },
  };
}

const forwarded = (attempt: number): EventBody => {
  return { type: 'callback.forwarded', exchangeId: 'e1', url, attempt };
};

describe('the answers that were considered', () => {
  it('are told with who, when, and what became of them; a service with its attempts', () => {
    const { considered, detail } = read([
      forwarded(1),
      {
        type: 'callback.forwardReturned',
        exchangeId: 'e1',
        attempt: 1,
        outcome: 'retry',
        tookMs: 20,
        status: 503,
      },
      forwarded(2),
      {
        type: 'callback.forwardReturned',
        exchangeId: 'e1',
        attempt: 2,
        outcome: 'timeout',
        tookMs: 900,
      },
      callbackAnswered('e1', { source: 'manual', response }),
    ]);
    expect(considered).toEqual([
      '+0 ms     转发  ✗ 没有给出应答',
      '          第 1 次  没有应答，再试  503  20 ms',
      '          第 2 次  超时  0.9 s',
      '+0 ms     手动  ✓ 已应答  status=已同意',
    ]);
    expect(detail()).toContain('考虑过的应答\n+0 ms');
  });

  it('are told with why they were not used', () => {
    const { considered } = read([
      { type: 'callback.planned', exchangeId: 'e1', rule: 'slow', delayMs: 5000, response },
      callbackAnswered('e1', { source: 'manual', response }),
      {
        type: 'callback.dropped',
        exchangeId: 'e1',
        source: 'rule',
        rule: 'slow',
        reason: 'superseded',
      },
    ]);
    expect(considered[0]).toBe('+0 ms     规则 slow  ○ 没有用上：已有别的决定  status=已同意');
  });

  it('are no section where one answer was all there was', () => {
    const { detail } = read([callbackAnswered('e1', { rule: 'accept', response })]);
    expect(detail()).not.toContain('考虑过的应答');
  });

  it('are safe to print', () => {
    const { considered } = read([
      { type: 'callback.planned', exchangeId: 'e1', rule: 'a\u001b[2J' },
      {
        type: 'rule.scriptFailed',
        rule: 'a\u001b[2J',
        subject: 'e1',
        error: { code: 'E1018', params: { detail: 'x\u001b[31m' } },
        tookMs: 3,
      },
      { ...forwarded(1) },
      {
        type: 'callback.forwardReturned',
        exchangeId: 'e1',
        attempt: 1,
        outcome: 'nonsense',
        tookMs: 2,
        detail: '\u001b[2J<html>',
      },
    ]);
    expect(considered.join('\n')).toContain('看不懂的应答');
    expect(considered.join('\n')).not.toContain('\u001b');
  });
});

describe('late decisions', () => {
  const late = (tookMs: number): EventBody => {
    return { type: 'callback.late', exchangeId: 'e1', source: 'manual', response, tookMs };
  };
  const because = { exchangeId: 'e1' };
  const outTrackId = 'dtcard-8f0c';

  it('are all kept, each with what its update became', () => {
    const { lates } = read([
      callbackAnswered('e1', { source: 'autoAck' }),
      late(8200),
      { type: 'card.updated', outTrackId, because },
      late(9000),
      {
        type: 'card.updateFailed',
        outTrackId,
        error: { code: 'E4001', params: {} },
        because,
      },
      late(9900),
    ]);
    expect(lates[0]).toBe('✓ 点击后 8.2 s 决定（手动）  点击后 0 ms 已更新');
    expect(lates[1]).toMatch(/^✗ 点击后 9\.0 s 决定（手动） {2}\S/);
    expect(lates[2]).toBe('◐ 点击后 9.9 s 决定（手动）');
  });

  it('say whom they reached beyond the clicker', () => {
    const { lates } = read(
      [late(8200), { type: 'card.updated', outTrackId, because }],
      [sessionStarted({ answerReach: 'clicker' })],
    );
    expect(lates[0]).toContain('所有人可见');
  });
});
