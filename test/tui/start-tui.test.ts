import { describe, expect, it } from 'vitest';
import {
  callbackAnswered,
  callbackReceived,
  cardCreated,
  cardDelivered,
  connectionOpened,
  messageReceived,
  sessionStarted,
} from '../support/event-builders.js';
import { openTui } from '../support/render-tui.js';

const slots = [
  { label: '同意', response: { cardData: { cardParamMap: { status: '已同意' } } } },
  { label: '驳回', response: { cardData: { cardParamMap: { status: '已驳回' } } } },
];

function rowOf(screen: readonly string[], text: string): string {
  return screen.find((row) => row.includes(text)) ?? '';
}

describe('the whole screen', () => {
  it('takes the alternate screen, raw mode and bracketed paste, and gives all of it back', async () => {
    const tui = await openTui();
    expect([tui.isAlternate(), tui.isRaw(), tui.hasBracketedPaste()]).toEqual([true, true, true]);
    expect(tui.cursor().isVisible).toBe(false);
    await tui.keys('q');
    expect(await tui.tui.done).toEqual({ reason: 'quit' });
    expect([tui.isAlternate(), tui.isRaw(), tui.hasBracketedPaste()]).toEqual([
      false,
      false,
      false,
    ]);
    expect(tui.cursor().isVisible).toBe(true);
  });

  it('says that nothing happened yet and what to do', async () => {
    const tui = await openTui();
    expect(tui.text()).toContain('按 n 发一张卡片');
    expect(tui.screen()[0]).toContain('○ 未连接');
  });

  it('shows an exchange in one row, updated in place', async () => {
    const tui = await openTui();
    tui.log.append(
      messageReceived('m1', '提交审批', { senderStaffId: 'user02', senderNick: '李四' }),
      callbackReceived('e1'),
    );
    await tui.pass(400);
    expect(rowOf(tui.screen(), 'btn_agree')).toMatch(/回调 李四 .*◐ 等待 1\.\ds/);
    const place = tui.screen().findIndex((row) => row.includes('btn_agree'));
    tui.log.append(callbackAnswered('e1', { rule: 'accept' }));
    await tui.pass(400);
    expect(tui.screen()[place]).toMatch(/btn_agree .*✓ 规则 accept +4ms$/);
  });

  it('counts down to the deadline without any event', async () => {
    const tui = await openTui();
    tui.log.append(callbackReceived('e1', {}, { deadlineMs: 1700 }));
    await tui.pass(0);
    await tui.pass(500);
    expect(tui.text()).toContain('◐ 等待 1.2s');
    await tui.pass(500);
    expect(tui.text()).toContain('◐ 等待 0.7s');
  });

  it('paints many events of one turn as one frame', async () => {
    const tui = await openTui();
    await tui.pass(1000);
    const before = tui.written().split('\u001b[?2026h').length;
    for (let n = 0; n < 500; n++) tui.log.append(messageReceived(`m${n}`, `第 ${n} 条`));
    await tui.pass(1000);
    expect(tui.written().split('\u001b[?2026h').length - before).toBe(1);
    expect(tui.text()).toContain('第 499 条');
  });

  it('paints at most twelve frames a second, however many turns bring events', async () => {
    const tui = await openTui();
    await tui.pass(1000);
    const before = tui.written().split('\u001b[?2026h').length;
    for (let n = 0; n < 100; n++) {
      tui.log.append(messageReceived(`m${n}`, `第 ${n} 条`));
      await tui.pass(10);
    }
    const frames = tui.written().split('\u001b[?2026h').length - before;
    expect(frames).toBeGreaterThan(9);
    expect(frames).toBeLessThanOrEqual(13);
  });

  it('writes nothing for events that change nothing on the screen', async () => {
    const tui = await openTui();
    await tui.pass(1000);
    const before = tui.written();
    tui.log.append(
      {
        type: 'api.called',
        method: 'POST',
        path: '/v1.0/card',
        status: 200,
        tookMs: 3,
        attempt: 1,
      },
      { type: 'frame.answered', messageId: 'x', topic: 'ping', code: 200, sent: true },
    );
    await tui.pass(1000);
    expect(tui.written()).toBe(before);
  });

  it('follows the newest row until the selection moves, and again from the end on', async () => {
    const tui = await openTui();
    for (let n = 0; n < 60; n++) tui.log.append(messageReceived(`m${n}`, `第 ${n} 条`));
    await tui.pass(100);
    expect(rowOf(tui.screen(), '▸')).toContain('第 59 条');
    await tui.keys('kk');
    expect(rowOf(tui.screen(), '▸')).toContain('第 57 条');
    const still = tui.screen().slice(3, 20);
    tui.log.append(messageReceived('m60', '第 60 条'), messageReceived('m61', '第 61 条'));
    await tui.pass(200);
    expect(tui.screen().slice(3, 20)).toEqual(still);
    expect(tui.text()).toContain('未跟随');
    await tui.keys('G');
    expect(rowOf(tui.screen(), '▸')).toContain('第 61 条');
    await tui.keys('g');
    expect(rowOf(tui.screen(), '▸')).toContain('第 0 条');
  });

  it('shows the detail alone at 80 columns and beside the list at 120', async () => {
    const tui = await openTui();
    tui.log.append(
      cardCreated('dtcard-8f0c'),
      cardDelivered('dtcard-8f0c'),
      callbackReceived('e1'),
    );
    await tui.pass(100);
    await tui.keys('<enter>');
    expect(tui.text()).toContain('actionIds       btn_agree');
    expect(tui.text()).not.toContain('审批群');
    await tui.resize(120, 40);
    expect(tui.text()).toContain('cardParamMap');
    expect(tui.text()).toContain('title: "差旅报销审批"');
    expect(rowOf(tui.screen(), '▸')).toContain('│');
    await tui.keys('<esc>');
    await tui.pass(40);
    await tui.resize(80, 24);
    expect(rowOf(tui.screen(), '▸')).toContain('btn_agree');
  });

  it('never shows more than the screen has, at any size', async () => {
    const tui = await openTui({ slots });
    tui.log.append(sessionStarted(), connectionOpened(), callbackReceived('e1'));
    for (let n = 0; n < 30; n++)
      tui.log.append(messageReceived(`m${n}`, `很长的一条消息 ${n} `.repeat(9)));
    await tui.keys('a');
    for (const [cols, rows] of [
      [200, 50],
      [110, 24],
      [109, 24],
      [70, 12],
      [69, 12],
      [40, 10],
      [39, 9],
    ] as const) {
      await tui.resize(cols, rows);
      expect(tui.screen()).toHaveLength(rows);
      const last = tui.screen()[rows - 1] ?? '';
      expect(cols === 39 ? tui.screen()[0] : last).toContain(
        cols === 39 ? '至少需要 40×10' : 'esc 返回',
      );
    }
  });
});

describe('answering', () => {
  it('answers the waiting callback with a prepared answer on one digit', async () => {
    const tui = await openTui({ slots });
    tui.log.append(callbackReceived('e1'));
    await tui.pass(100);
    await tui.keys('2');
    expect(tui.answers).toEqual([['e1', { kind: 'update', response: slots[1]?.response }]]);
    expect(tui.text()).toContain('✓ 已回应 user02 btn_agree：驳回');
  });

  it('shows how long there is and what happens then, and goes on feeding', async () => {
    const tui = await openTui({ slots });
    tui.log.append(callbackReceived('e1', {}, { deadlineMs: 3000 }));
    await tui.pass(100);
    await tui.keys('a');
    expect(tui.text()).toContain('1 同意   2 驳回');
    expect(tui.text()).toMatch(/不处理：2\.9s 后自动空确认；之后的回应会作为卡片更新发出/);
    expect(tui.text()).toContain('████████████████ 2.9s');
    tui.log.append(messageReceived('m1', '来了一条新消息'));
    await tui.pass(2000);
    expect(tui.text()).toContain('来了一条新消息');
    expect(tui.text()).toContain('0.9s');
    tui.log.append(callbackAnswered('e1', { source: 'autoAck', tookMs: 3000 }));
    await tui.pass(1000);
    expect(tui.text()).toContain('已自动空确认；现在的回应会作为卡片更新发出');
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
    expect(tui.text()).toContain('没有等待回应的回调');
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

describe('composing', () => {
  it('sends what was picked and typed, with the cursor where the text goes', async () => {
    const tui = await openTui({
      templates: [
        { cardTemplateId: 't1.schema', label: '请假', cardParamMap: { title: '请假申请' } },
      ],
      sendCard: async () => ({
        outTrackId: 'dtcard-new',
        deliverResults: [
          { spaceType: 'IM_ROBOT', spaceId: 'user02', success: true, carrierId: 'pqk' },
          { spaceType: 'IM_ROBOT', spaceId: 'user09', success: false, errorMsg: '不在组织内' },
        ],
      }),
    });
    await tui.keys('n<enter>user02<tab>');
    const title = tui.screen().findIndex((row) => row.includes('title'));
    expect(tui.cursor()).toEqual({ row: title, column: 18, isVisible: true });
    await tui.keys('：年假<ctrl-s>');
    expect(tui.sent).toEqual([
      {
        cardTemplateId: 't1.schema',
        openSpaceId: 'dtv1.card//IM_ROBOT.user02',
        cardParamMap: { title: '请假申请：年假' },
      },
    ]);
    expect(tui.text()).toContain('✓ IM_ROBOT user02');
    expect(tui.text()).toContain('✗ IM_ROBOT user09  不在组织内');
  });

  it('sends nothing without a template and names what is missing', async () => {
    const tui = await openTui();
    await tui.keys('n<ctrl-s>');
    expect(tui.sent).toEqual([]);
    expect(tui.text()).toContain('缺少模板');
  });

  it('sends once, however often the key is pressed meanwhile', async () => {
    const tui = await openTui({ sendCard: () => new Promise(() => {}) });
    await tui.keys('nt1.schema<tab>user02<ctrl-s><ctrl-s><ctrl-s>');
    expect(tui.sent).toHaveLength(1);
    expect(tui.text()).toContain('◐ 发送中');
  });

  it('keeps the draft when it is left and takes it up again', async () => {
    const tui = await openTui();
    await tui.keys('n草稿');
    await tui.keys('<esc>');
    await tui.pass(40);
    expect(tui.text()).not.toContain('草稿');
    await tui.keys('n');
    expect(tui.text()).toContain('草稿');
  });
});

describe('leaving', () => {
  it('asks before leaving waiting callbacks behind', async () => {
    const tui = await openTui();
    tui.log.append(callbackReceived('e1'));
    await tui.pass(100);
    await tui.keys('q');
    expect(tui.text()).toContain('还有 1 个回调在等待');
    await tui.keys('n');
    expect(tui.text()).not.toContain('还有 1 个回调在等待');
    await tui.keys('qy');
    expect(await tui.tui.done).toEqual({ reason: 'quit' });
  });

  it('needs ctrl-c twice within two seconds while a callback waits', async () => {
    const tui = await openTui();
    tui.log.append(callbackReceived('e1', {}, { deadlineMs: 60_000 }));
    await tui.pass(100);
    await tui.keys('<ctrl-c>');
    expect(tui.text()).toContain('再按一次 ctrl-c 退出');
    await tui.pass(2500);
    await tui.keys('<ctrl-c>');
    expect(tui.isAlternate()).toBe(true);
    await tui.pass(500);
    await tui.keys('<ctrl-c>');
    expect(await tui.tui.done).toEqual({ reason: 'interrupt' });
  });

  it.each(['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT'] as const)(
    'restores the terminal on %s',
    async (signal) => {
      const tui = await openTui();
      tui.signal(signal);
      await tui.settle();
      expect(await tui.tui.done).toEqual({ reason: 'signal', signal });
      expect([tui.isAlternate(), tui.isRaw(), tui.cursor().isVisible]).toEqual([
        false,
        false,
        true,
      ]);
    },
  );

  it('restores the terminal when a component throws, and hands the error over', async () => {
    const error = new Error('no label');
    const broken = {
      get label(): string {
        throw error;
      },
      response: {},
    };
    const tui = await openTui({ slots: [broken] });
    tui.log.append(callbackReceived('e1'));
    await tui.pass(100);
    await tui.keys('a');
    expect(await tui.tui.done).toEqual({ reason: 'crash', error });
    expect([tui.isAlternate(), tui.isRaw()]).toEqual([false, false]);
  });

  it('restores the terminal on an exception nobody caught, and when the terminal goes away', async () => {
    const crashed = await openTui();
    crashed.crash('boom');
    expect(await crashed.tui.done).toEqual({ reason: 'crash', error: 'boom' });
    expect(crashed.isRaw()).toBe(false);
    const closed = await openTui();
    closed.close();
    expect(await closed.tui.done).toEqual({ reason: 'hangup' });
  });

  it('suspends on ctrl-z and draws everything anew when continued', async () => {
    const tui = await openTui();
    tui.log.append(messageReceived('m1', '提交审批'));
    await tui.pass(100);
    await tui.keys('<ctrl-z>');
    expect(tui.stops).toEqual(['group']);
    expect([tui.isAlternate(), tui.isRaw()]).toEqual([false, false]);
    tui.signal('SIGCONT');
    await tui.settle();
    expect([tui.isAlternate(), tui.isRaw()]).toEqual([true, true]);
    expect(tui.text()).toContain('提交审批');
  });
});

describe('untrusted text', () => {
  it('is shown, never executed', async () => {
    const tui = await openTui({ cols: 120, rows: 30 });
    const evil = '\u001b[2J\u001b]0;pwned\u0007\u202eevil\ud800\n第二行';
    tui.log.append(
      messageReceived('m1', evil, { senderNick: `${evil}${'昵'.repeat(200)}` }),
      callbackReceived('e1', {
        userId: evil,
        actionIds: [evil],
        params: JSON.parse(`{"__proto__":{"x":1},"b":"\\u001b[31mred"}`) as Record<string, string>,
      }),
    );
    await tui.pass(100);
    await tui.keys('<enter>');
    expect(tui.written()).not.toContain('\u001b]0;');
    expect(tui.written()).not.toContain('\u202e');
    expect(tui.text()).toContain('__proto__');
    expect(tui.screen()[0]).toContain('dtcard');
  });
});
