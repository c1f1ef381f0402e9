import { describe, expect, it } from 'vitest';
import { translator } from '../../../src/i18n/translate.js';
import type { EventBody } from '../../../src/log/event.js';
import { panelNotes, panelTitle } from '../../../src/tui/components/panel-head.js';
import { lineWidth } from '../../../src/tui/components/spans.js';
import { createQueueFocus } from '../../../src/tui/state/queue-focus.js';
import {
  callbackAnswered,
  callbackReceived,
  messageReceived,
  sessionStarted,
} from '../../support/event-builders.js';
import { dataOf, textOf } from '../../support/view-data.js';

type Received = Extract<EventBody, { readonly type: 'callback.received' }>;

function head(events: readonly EventBody[], width = 80, opened?: string, windowMs?: number) {
  const data = { ...dataOf(events), windowMs };
  const focus = createQueueFocus().read(data, opened, undefined);
  const title = panelTitle(focus, data, width);
  return { title, notes: textOf(panelNotes(focus, data, width)), text: textOf([title])[0] ?? '' };
}

const withPolicy = (policy: NonNullable<Received['policy']>) =>
  callbackReceived('e1', {}, { policy });

describe('the title of the panel', () => {
  it('says how many are undecided, whose, what, of which card, and where it stands', () => {
    const { text } = head([
      messageReceived('m1', 'x', { senderStaffId: 'user02', senderNick: '李四' }),
      callbackReceived('e1'),
      callbackReceived('e2'),
    ]);
    expect(text).toMatch(/^ 应答 {2}2 个未决 · 李四 · btn_agree · dtcard-8f0c +█+ ◐ 等待 1\.7 s $/);
  });

  it.each([40, 60, 80, 200])('keeps the state in words and fits into %i cells', (width) => {
    const long = { userId: '某'.repeat(60), actionIds: ['x'.repeat(80)] };
    const { title, text } = head([callbackReceived('e1', long), callbackReceived('e2')], width);
    expect(lineWidth(title)).toBeLessThanOrEqual(width);
    expect(text).toContain('◐ 等待 1.7 s');
    expect(text).toContain('2 个未决');
  });

  it('gives up the bar and the number before who tapped what', () => {
    const events = [callbackReceived('e1'), callbackReceived('e2')];
    expect(head(events, 60).text).toMatch(/2 个未决 · user02 · btn_agree +█+ ◐ 等待 1\.7 s $/);
    expect(head(events, 50).text).toMatch(/2 个未决 · user02 · btn_agree +◐ 等待 1\.7 s $/);
    expect(head(events, 42).text).toMatch(/^ 应答 {2}user02 · btn_agree +◐ 等待 1\.7 s $/);
  });

  it('stands also when the callback is no longer known', () => {
    expect(head([], 80, 'gone').text).toContain('已不在内存中');
    expect(head([], 80, 'gone').notes).toEqual([]);
  });
});

describe('what the panel says happens by itself', () => {
  it.each([
    ['ack-then-update', '不处理：1.7 s 后自动空确认'],
    ['fail', '不处理：1.7 s 后以失败应答'],
    ['let-it-expire', '不处理：不应答，1.7 s 后过期'],
    ['hold', '不处理：1.7 s 后停表'],
  ] as const)('before the deadline, by its policy: %s', (policy, text) => {
    expect(head([withPolicy(policy)]).notes[0]).toContain(text);
  });

  it('with the margin, where the window is known and there is room', () => {
    expect(head([callbackReceived('e1')], 100, undefined, 2000).notes[0]).toContain(
      '余量 300 ms 已扣除',
    );
    expect(head([callbackReceived('e1')], 60, undefined, 2000).notes[0]).not.toContain('余量');
    expect(head([callbackReceived('e1')], 100).notes[0]).not.toContain('余量');
  });

  it.each<[string, readonly EventBody[]]>([
    ['已自动空确认', [callbackAnswered('e1', { source: 'autoAck' })]],
    ['已以失败应答', [callbackAnswered('e1', { source: 'autoFail', code: 500 })]],
    ['没有应答，已过期', [{ type: 'callback.expired', exchangeId: 'e1' }]],
    ['连接已断，钉钉没有收到', [callbackAnswered('e1', { source: 'autoAck', sent: false })]],
  ])('after it, and that a decision is an update then: %s', (text, events) => {
    const [note] = head([callbackReceived('e1'), ...events]).notes;
    expect(note).toContain(text);
    expect(note).toContain('现在的决定会作为卡片更新发出');
  });

  it('while its clock stands, and why it does not', () => {
    expect(
      head([withPolicy('hold'), { type: 'callback.held', exchangeId: 'e1' }]).notes[0],
    ).toContain('已停表：一直等到有人决定');
    const failed = { type: 'callback.holdFailed', exchangeId: 'e1', detail: 'no route' } as const;
    expect(head([withPolicy('hold'), failed]).notes[0]).toContain('无法停表（no route）');
  });

  it('and who else is at work', () => {
    const open = (event: EventBody) => head([callbackReceived('e1'), event], 80, 'e1').notes[1];
    expect(open({ type: 'callback.planned', exchangeId: 'e1', rule: 'slow', delayMs: 5000 })).toBe(
      ' 规则 slow 将在 5.0 s 后应答',
    );
    expect(open({ type: 'callback.planned', exchangeId: 'e1', rule: 'think' })).toBe(
      ' 规则 think 的脚本正在运行',
    );
    expect(
      open({ type: 'callback.forwarded', exchangeId: 'e1', url: 'http://x', attempt: 1 }),
    ).toContain('等服务应答');
  });

  it('and that a late update reaches more people, only once it is late', () => {
    const clicker = sessionStarted({ answerReach: 'clicker' });
    const warns = (events: readonly EventBody[]) =>
      head(events).notes.some((note) => note.includes('更新会让所有人看到'));
    expect(warns([clicker, callbackReceived('e1')])).toBe(false);
    const acked = callbackAnswered('e1', { source: 'autoAck' });
    expect(warns([clicker, callbackReceived('e1'), acked])).toBe(true);
    expect(warns([callbackReceived('e1'), acked])).toBe(false);
  });

  it('is never cut at 80 cells, whatever happens', () => {
    const clicker = sessionStarted({ answerReach: 'clicker' });
    const received = callbackReceived('e1');
    if (received.type !== 'callback.received') throw new Error('no callback');
    const stories: readonly (readonly EventBody[])[] = [
      ...(['ack-then-update', 'fail', 'let-it-expire', 'hold'] as const).map((policy) => [
        withPolicy(policy),
      ]),
      [received, callbackAnswered('e1', { source: 'autoAck' })],
      [received, callbackAnswered('e1', { source: 'autoFail', code: 500 })],
      [received, callbackAnswered('e1', { source: 'autoAck', sent: false })],
      [received, { type: 'callback.expired', exchangeId: 'e1' }],
      [
        {
          type: 'callback.restored',
          exchangeId: 'e1',
          callback: received.callback,
          receivedAtMs: 0,
          recording: 'watch-1.jsonl',
          was: 'update-uncertain',
          decided: { cardData: { cardParamMap: { status: 'x' } } },
        },
      ],
    ];
    for (const lang of ['zh', 'en'] as const) {
      for (const story of stories) {
        const data = dataOf([clicker, ...story], 0, lang);
        const notes = panelNotes(createQueueFocus().read(data, undefined, undefined), data, 80);
        expect(notes.length).toBeGreaterThan(0);
        for (const note of notes) expect(lineWidth(note)).toBeLessThanOrEqual(80);
        expect(textOf(notes).join('')).not.toContain('…');
      }
    }
  });

  it('keeps to two rows where a server says much', () => {
    const detail = 'x y '.repeat(200);
    const failed = { type: 'callback.holdFailed', exchangeId: 'e1', detail } as const;
    const { notes } = head([withPolicy('hold'), failed]);
    expect(notes).toHaveLength(2);
    expect(notes[1]).toMatch(/…$/);
  });

  it('in English as well', () => {
    const data = dataOf([callbackReceived('e1')], 0, 'en');
    const focus = createQueueFocus().read(data, undefined, undefined);
    expect(textOf(panelNotes(focus, data, 80))[0]).toContain(
      'if you do nothing: acked empty in 1.7 s',
    );
    expect(translator('en')('tui.answer.reach')).toContain('to everyone');
  });
});
