import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CallbackForwarder, ForwardReply } from '../../src/platform/callback-forwarder.js';
import { startTui } from '../../src/tui/start-tui.js';
import { rulesOf } from '../support/rule-subjects.js';
import { openSession } from '../support/session-harness.js';
import { createTestTerminal } from '../support/test-terminal.js';

const file = `version: 1
answers:
  - { name: 甲, answer: { cardData: { status: 甲 } } }
  - { name: 乙, answer: { cardData: { status: 乙 } } }
  - { name: 丙, answer: { cardData: { status: 丙 } } }
rules:
  - { name: by-rule, on: callback, when: { action: rule }, answer: { cardData: { status: 规则 } } }
`;
const labels = ['甲', '乙', '丙'] as const;

/** The screen over a session, both real; only the stream and the card API are the test's. */
function openScreen(forward?: CallbackForwarder) {
  const rules = rulesOf(file);
  const harness = openSession({
    askRules: () => rules,
    settings: { answerByHand: true },
    ...(forward && { deps: { forward } }),
  });
  const terminal = createTestTerminal(120, 40);
  const { session, clock } = harness;
  const tui = startTui({
    session,
    lang: 'zh',
    clock,
    terminal: terminal.port,
    color: false,
    rules: () => rules,
    windowMs: 2000,
  });
  onTestFinished(() => tui.stop());
  let count = 0;
  return {
    harness,
    terminal,
    tap: (action: string): string => {
      const messageId = `f${count++}`;
      const content = JSON.stringify({ cardPrivateData: { actionIds: [action], params: {} } });
      harness.push({
        messageId,
        data: { outTrackId: `card-${messageId}`, userId: 'user02', userIdType: 1, content },
      });
      return messageId;
    },
    settle: async () => {
      for (let turn = 0; turn < 5; turn++) await setImmediate();
      // A frame's time, so that what happened is seen.
      clock.advance(100);
      for (let turn = 0; turn < 5; turn++) await setImmediate();
      await terminal.drawn();
    },
    /** What each callback was decided to, by its id. */
    decided: () => {
      const answered = [
        ...harness.eventsOf('callback.answered'),
        ...harness.eventsOf('callback.late'),
      ];
      return new Map(
        answered.flatMap(({ exchangeId, response }) => {
          const status = response?.cardData?.cardParamMap['status'];
          return status === undefined ? [] : [[exchangeId, status] as const];
        }),
      );
    },
  };
}

const digitsFor = (count: number) => Array.from({ length: count }, (_, n) => 1 + ((n * 7) % 3));
const labelOf = (digit: number | undefined) => labels[(digit ?? 0) - 1];

describe('deciding at the screen of a session', () => {
  it('the i-th digit decides the i-th callback, in time and late', async () => {
    const { harness, tap, terminal, settle, decided } = openScreen();
    const byHand: string[] = [];
    for (let n = 0; n < 330; n++) {
      if (n % 3 === 0) tap('rule');
      byHand.push(tap('hand'));
      if (n === 164) harness.clock.advance(1700);
    }
    await settle();
    expect(terminal.screen().join('\n')).toContain('330 个未决');
    const digits = digitsFor(330);
    terminal.keys(digits.join(''));
    await settle();
    const decisions = decided();
    expect(byHand.map((id) => decisions.get(id))).toEqual(digits.map(labelOf));
    expect(harness.eventsOf('callback.late')).toHaveLength(165);
    expect(harness.eventsOf('callback.expired')).toEqual([]);
    expect(terminal.screen().join('\n')).not.toContain('未决');
  });

  it('what a service knows nothing of comes to the person once it said so, in that order', async () => {
    const pending: (() => void)[] = [];
    const forward: CallbackForwarder = {
      url: 'http://127.0.0.1:9',
      forward: (data) =>
        new Promise<ForwardReply>((resolve) => {
          const isForHand = data.includes('hand');
          const body = JSON.stringify({ cardData: { cardParamMap: { status: '服务' } } });
          pending.push(() =>
            resolve({ kind: 'response', status: isForHand ? 404 : 200, body, tookMs: 5 }),
          );
        }),
      close: () => {},
    };
    const { harness, tap, terminal, settle, decided } = openScreen(forward);
    const byHand: string[] = [];
    const byService: string[] = [];
    for (let n = 0; n < 20; n++) {
      byService.push(tap('service'));
      byHand.push(tap('hand'));
    }
    await settle();
    expect(terminal.screen().join('\n')).not.toContain('未决');
    // The service answers some of its own, and refuses the others at once.
    for (const [at, reply] of pending.entries()) if (at % 2 === 1 || at < 10) reply();
    await settle();
    expect(terminal.screen().join('\n')).toContain('20 个未决');
    const digits = digitsFor(20);
    terminal.keys(digits.slice(0, 10).join(''));
    await settle();
    harness.clock.advance(1700);
    await settle();
    terminal.keys(digits.slice(10).join(''));
    for (const reply of pending) reply();
    await settle();
    const decisions = decided();
    expect(byHand.map((id) => decisions.get(id))).toEqual(digits.map(labelOf));
    expect(byService.map((id) => decisions.get(id))).toEqual(byService.map(() => '服务'));
    expect(terminal.screen().join('\n')).not.toContain('未决');
  });

  it('an answer armed at the screen takes the next tap', async () => {
    const { tap, terminal, settle, decided } = openScreen();
    terminal.keys('i');
    terminal.keys('later');
    terminal.keys('\t2\r');
    await settle();
    expect(terminal.screen()[1]).toContain('预设 action:later ×1');
    const first = tap('later');
    const second = tap('later');
    await settle();
    expect(decided().get(first)).toBe('乙');
    expect(decided().get(second)).toBeUndefined();
    expect(terminal.screen()[1]).not.toContain('预设 action');
    expect(terminal.screen().join('\n')).toMatch(/✓ .*预设/);
  });
});
