import { describe, expect, it } from 'vitest';
import { decideInLog } from '../../support/deciding-log.js';
import {
  callbackAnswered,
  callbackReceived,
  messageReceived,
  sessionStarted,
} from '../../support/event-builders.js';
import { openTui } from '../../support/render-tui.js';

const slots = [
  { label: '同意', response: { cardData: { cardParamMap: { status: '已同意' } } } },
  { label: '驳回', response: { cardData: { cardParamMap: { status: '已驳回' } } } },
];

describe('answering', () => {
  it('answers the waiting callback with a prepared answer on one digit', async () => {
    const tui = await openTui({ slots });
    tui.log.append(callbackReceived('e1'));
    await tui.pass(100);
    await tui.keys('2');
    expect(tui.answers).toEqual([['e1', { kind: 'update', response: slots[1]?.response }]]);
    expect(tui.text()).toContain('✓ 已应答 user02 btn_agree：驳回');
  });

  it('shows how long there is and what happens then, and goes on feeding', async () => {
    const tui = await openTui({ slots });
    tui.log.append(callbackReceived('e1', {}, { deadlineMs: 3000 }));
    await tui.pass(100);
    await tui.keys('a');
    expect(tui.text()).toContain('1 同意   2 驳回');
    expect(tui.text()).toMatch(/不处理：2\.9 s 后自动空确认；之后的决定会作为卡片更新发出/);
    expect(tui.text()).toContain('████████████████ ◐ 等待 2.9 s');
    tui.log.append(messageReceived('m1', '来了一条新消息'));
    await tui.pass(2000);
    expect(tui.text()).toContain('来了一条新消息');
    expect(tui.text()).toContain('等待 0.9 s');
    tui.log.append(callbackAnswered('e1', { source: 'autoAck', tookMs: 3000 }));
    await tui.pass(1000);
    expect(tui.text()).toContain('已自动空确认；现在的决定会作为卡片更新发出');
    await tui.keys('1');
    expect(tui.answers).toHaveLength(1);
  });

  it('keeps answering the opened callback while others arrive', async () => {
    const tui = await openTui({ slots });
    tui.log.append(callbackReceived('e1', { actionIds: ['first'] }));
    await tui.pass(100);
    await tui.keys('a');
    tui.log.append(callbackReceived('e2', { actionIds: ['second'] }, { deadlineMs: 500 }));
    await tui.pass(100);
    await tui.keys('0');
    expect(tui.answers).toEqual([['e1', { kind: 'empty' }]]);
  });

  it('takes typed values, Chinese included, as an update by key', async () => {
    const tui = await openTui({ slots });
    tui.log.append(callbackReceived('e1'));
    await tui.pass(100);
    await tui.keys('ae已同意<tab>count=3<ctrl-s>');
    expect(tui.answers).toEqual([
      [
        'e1',
        {
          kind: 'update',
          response: {
            cardUpdateOptions: { updateCardDataByKey: true },
            cardData: { cardParamMap: { status: '已同意', count: '3' } },
          },
        },
      ],
    ]);
  });

  it('fails a callback on x, and says so when nothing waits', async () => {
    const tui = await openTui();
    await tui.keys('x');
    expect(tui.text()).toContain('没有未决的回调');
    tui.log.append(callbackReceived('e1'));
    await tui.pass(100);
    await tui.keys('x');
    expect(tui.answers).toEqual([['e1', { kind: 'fail', code: 500, message: 'failed by hand' }]]);
  });

  it('says what became of an answer that was too late', async () => {
    const tui = await openTui({ slots, outcome: 'late' });
    tui.log.append(callbackReceived('e1'));
    await tui.pass(100);
    await tui.keys('1');
    expect(tui.text()).toContain('◐ 已过截止，改为更新卡片：同意');
  });

  it('takes full-width letters of an input method as the keys that were meant', async () => {
    const tui = await openTui({ slots });
    tui.log.append(callbackReceived('e1'));
    await tui.pass(100);
    await tui.keys('ｘ');
    expect(tui.answers).toHaveLength(1);
  });
});

const three = [
  ...slots,
  { label: '退回', response: { cardData: { cardParamMap: { status: '退回' } } } },
];
const acked = (exchangeId: string) =>
  callbackAnswered(exchangeId, { source: 'autoAck', tookMs: 1700 });
const byRule = (exchangeId: string) =>
  ({
    type: 'callback.late',
    exchangeId,
    source: 'rule',
    rule: 'slow',
    response: { cardData: { cardParamMap: { status: '规则' } } },
    tookMs: 4000,
  }) as const;

describe('the queue of undecided callbacks', () => {
  it('is decided in the order of arrival by digits that arrive in one piece, half of them late', async () => {
    const tui = await openTui({ slots: three, onAnswer: decideInLog() });
    const ids = Array.from({ length: 330 }, (_, n) => `e${n}`);
    for (const id of ids) tui.log.append(callbackReceived(id));
    await tui.pass(100);
    for (const id of ids.slice(0, 165)) tui.log.append(acked(id));
    await tui.pass(100);
    const digits = ids.map((_, n) => 1 + ((n * 7) % 3));
    const before = tui.written().split('\u001b[?2026h').length;
    await tui.keys(digits.join(''));
    expect(tui.answers).toEqual(
      ids.map((id, n) => [id, { kind: 'update', response: three[(digits[n] ?? 0) - 1]?.response }]),
    );
    expect(tui.written().split('\u001b[?2026h').length - before).toBe(1);
    expect(tui.text()).not.toContain('个回调未决');
  });

  it('docks below the feed by itself, and goes when nothing is left', async () => {
    const tui = await openTui({ slots, onAnswer: decideInLog() });
    tui.log.append(callbackReceived('e1'), callbackReceived('e2', { userId: 'user03' }));
    await tui.pass(100);
    expect(tui.text()).toMatch(/应答 {2}2 个未决 · user02 · btn_agree .*◐ 等待 1\.6 s/);
    await tui.keys('1');
    expect(tui.text()).toMatch(/应答 {2}user03 · btn_agree/);
    await tui.keys('x');
    expect(tui.text()).not.toContain('应答  user');
  });

  it('keeps its head when that is acknowledged meanwhile, and when others come', async () => {
    const tui = await openTui({ slots, onAnswer: decideInLog() });
    tui.log.append(callbackReceived('e1'));
    await tui.pass(100);
    tui.log.append(acked('e1'), callbackReceived('e2', {}, { deadlineMs: 300 }));
    await tui.pass(100);
    expect(tui.text()).toContain('○ 已确认 1.7 s，更新未定');
    await tui.keys('2');
    expect(tui.answers.map(([id]) => id)).toEqual(['e1']);
  });

  it('gives way to the row the person selected, as long as that is undecided', async () => {
    const tui = await openTui({ slots, onAnswer: decideInLog() });
    for (const id of ['e1', 'e2', 'e3']) tui.log.append(callbackReceived(id));
    await tui.pass(100);
    await tui.keys('k1');
    await tui.keys('2');
    expect(tui.answers.map(([id]) => id)).toEqual(['e2', 'e1']);
  });

  it('does not take a key for another callback than the one that was shown', async () => {
    const tui = await openTui({ slots, onAnswer: decideInLog() });
    tui.log.append(callbackReceived('e1'), callbackReceived('e2', { userId: 'user03' }));
    await tui.pass(100);
    tui.log.append(byRule('e1'));
    await tui.keys('1');
    expect(tui.answers).toEqual([]);
    expect(tui.text()).toContain('按键没有使用：user02 btn_agree 刚由别处决定（规则 slow）');
    expect(tui.text()).toContain('↷ user02 btn_agree 已由别处决定（规则 slow），轮到这一个');
    await tui.pass(400);
    await tui.keys('1');
    expect(tui.answers.map(([id]) => id)).toEqual(['e2']);
  });

  it('does not turn a key into an update of one that was opened and decided elsewhere just now', async () => {
    const tui = await openTui({ slots, onAnswer: decideInLog() });
    tui.log.append(callbackReceived('e1'));
    await tui.pass(100);
    await tui.keys('a');
    tui.log.append(callbackAnswered('e1', { source: 'forward', response: {} }));
    await tui.keys('1');
    expect(tui.answers).toEqual([]);
    expect(tui.text()).toContain('刚由别处决定（转发），再按一次会更新卡片');
    await tui.pass(400);
    await tui.keys('1');
    expect(tui.answers.map(([id]) => id)).toEqual(['e1']);
    expect(tui.text()).toContain('◐ 已过截止，改为更新卡片：同意');
  });

  it('says for a while that it moved by itself, and no longer', async () => {
    const tui = await openTui({ slots, onAnswer: decideInLog() });
    tui.log.append(callbackReceived('e1'), callbackReceived('e2', {}, { deadlineMs: 60_000 }));
    await tui.pass(100);
    tui.log.append(byRule('e1'));
    await tui.pass(100);
    expect(tui.text()).toContain('↷');
    await tui.pass(3100);
    expect(tui.text()).not.toContain('↷');
  });

  it('closes one that was acknowledged already with 0', async () => {
    const tui = await openTui({ slots, onAnswer: decideInLog() });
    tui.log.append(callbackReceived('e1'), acked('e1'));
    await tui.pass(100);
    await tui.keys('0');
    expect(tui.text()).toContain('○ 不更新：user02 btn_agree 保持原样');
    expect(tui.text()).not.toContain('个回调未决');
    expect(tui.text()).toContain('○ 已确认 1.7 s，不更新');
  });

  it('is acknowledged as a whole with A pressed twice, not who came in between', async () => {
    const tui = await openTui({ slots, onAnswer: decideInLog() });
    for (const id of ['e1', 'e2', 'e3']) tui.log.append(callbackReceived(id));
    tui.log.append(acked('e1'));
    await tui.pass(100);
    await tui.keys('A');
    expect(tui.answers).toEqual([]);
    expect(tui.text()).toContain('再按一次 A：空确认 2 个，另外 1 个不再更新');
    tui.log.append(callbackReceived('e4'), callbackAnswered('e3', { source: 'rule' }));
    await tui.keys('A');
    expect(tui.answers).toEqual([
      ['e1', { kind: 'empty' }],
      ['e2', { kind: 'empty' }],
    ]);
    expect(tui.text()).toContain('✓ 已空确认 1 个回调，另外 1 个不再更新');
    await tui.pass(5000);
    await tui.keys('A');
    expect(tui.answers).toHaveLength(2);
  });

  it('says what A does to those that have their empty answer already', async () => {
    const tui = await openTui({ slots, onAnswer: decideInLog() });
    for (const id of ['e1', 'e2']) tui.log.append(callbackReceived(id));
    await tui.pass(100);
    expect(tui.text()).toContain('0 空确认   x 以失败应答   e 填写   A 全部空确认');
    await tui.keys('A');
    expect(tui.text()).toContain('再按一次 A：把 2 个未决的回调全部空确认');
    await tui.pass(5000);
    tui.log.append(acked('e1'), acked('e2'));
    await tui.pass(100);
    expect(tui.text()).toContain('0 不更新   e 填写   A 全部不更新');
    expect(tui.text()).not.toContain('x 以失败应答');
    await tui.keys('A');
    expect(tui.text()).toContain('再按一次 A：2 个未决的回调都不再更新');
    await tui.keys('A');
    expect(tui.text()).toContain('○ 2 个回调不再更新');
  });

  it('marks the row that keys decide when another one is selected', async () => {
    const tui = await openTui({ slots, onAnswer: decideInLog() });
    for (const id of ['first', 'second']) {
      tui.log.append(callbackReceived(id, { actionIds: [id] }));
    }
    await tui.pass(100);
    expect(tui.text()).toMatch(/» .* first .*\n▸ .* second /);
    await tui.keys('1');
    expect(tui.text()).not.toContain('»');
  });

  it('asks before leaving while the clock of one is stopped', async () => {
    const tui = await openTui({ slots });
    tui.log.append(callbackReceived('e1'), { type: 'callback.held', exchangeId: 'e1' });
    await tui.pass(100);
    await tui.keys('q');
    expect(tui.text()).toContain('还有 1 个回调在等待，退出会把它们空确认');
    await tui.keys('n<ctrl-c>');
    expect(tui.text()).toContain('再按一次 ctrl-c 退出');
  });

  it('leaves callbacks alone that a service is asked about, unless they are selected', async () => {
    const tui = await openTui({ slots, onAnswer: decideInLog() });
    const url = 'http://127.0.0.1:9';
    tui.log.append(
      callbackReceived('e1'),
      { type: 'callback.forwarded', exchangeId: 'e1', url, attempt: 1 },
      callbackReceived('e2'),
    );
    await tui.pass(100);
    await tui.keys('1');
    await tui.keys('1');
    expect(tui.text()).toContain('没有未决的回调');
    await tui.keys('g1');
    expect(tui.answers.map(([id]) => id)).toEqual(['e2', 'e1']);
  });

  it('offers a decision of the last run again, and says that nobody knows about it', async () => {
    const tui = await openTui({ slots, onAnswer: decideInLog() });
    const received = callbackReceived('x');
    if (received.type !== 'callback.received') throw new Error('no callback');
    const decided = { cardData: { cardParamMap: { status: '上次' } } };
    tui.log.append({
      type: 'callback.restored',
      exchangeId: 'old',
      callback: received.callback,
      receivedAtMs: 1,
      recording: 'r.jsonl',
      was: 'update-uncertain',
      decided,
    });
    await tui.pass(100);
    expect(tui.text()).toContain('○ 上次的更新结果未知');
    expect(tui.text()).toContain('1 再发一次 status=上次   2 同意   3 驳回');
    await tui.keys('1');
    expect(tui.answers).toEqual([['old', { kind: 'update', response: decided }]]);
  });

  it('warns that a late update reaches more people than the answer would have', async () => {
    const tui = await openTui({ slots, onAnswer: decideInLog() });
    tui.log.append(sessionStarted({ answerReach: 'clicker' }), callbackReceived('e1'));
    await tui.pass(100);
    expect(tui.text()).not.toContain('更新会让所有人看到');
    tui.log.append(acked('e1'));
    await tui.pass(100);
    expect(tui.text()).toContain('! 更新会让所有人看到公有数据');
    await tui.keys('1');
    expect(tui.text()).toContain('◐ 已过截止，改为更新卡片，所有人可见：同意');
    tui.log.append({
      type: 'card.updated',
      outTrackId: 'dtcard-8f0c',
      because: { exchangeId: 'e1' },
    });
    await tui.resize(100, 24);
    expect(tui.text()).toMatch(/已更新.*(全员|所有人可见)/);
  });

  it('keeps rows of the feed on a short screen', async () => {
    const tui = await openTui({ slots, cols: 44, rows: 12 });
    tui.log.append(messageReceived('m1', '提交审批'), callbackReceived('e1'));
    await tui.pass(100);
    expect(tui.text()).toMatch(/user02 +◐ 等待/);
    expect(tui.text()).toMatch(/应答 {2}user02 · btn_agree/);
    expect(tui.text()).toContain('1 同意   2 驳回');
  });
});
