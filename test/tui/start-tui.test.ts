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
    expect(rowOf(tui.screen(), 'btn_agree')).toMatch(/回调 李四 .*◐ 等待 1\.\d s/);
    const place = tui.screen().findIndex((row) => row.includes('btn_agree'));
    tui.log.append(callbackAnswered('e1', { rule: 'accept' }));
    await tui.pass(400);
    expect(tui.screen()[place]).toMatch(/btn_agree .*✓ 规则 accept 4 ms$/);
  });

  it('counts down to the deadline without any event', async () => {
    const tui = await openTui();
    tui.log.append(callbackReceived('e1', {}, { deadlineMs: 1700 }));
    await tui.pass(0);
    await tui.pass(500);
    expect(tui.text()).toContain('◐ 等待 1.2 s');
    await tui.pass(500);
    expect(tui.text()).toContain('◐ 等待 0.7 s');
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
    await tui.resize(120, 46);
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
