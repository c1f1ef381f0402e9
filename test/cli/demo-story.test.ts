import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { playStory, type StoryEnd } from '../../src/cli/demo-story.js';
import type { Simulator } from '../../src/simulator/simulator.js';
import { startProgram } from '../support/run-program.js';
import { useSimulator } from '../support/use-simulator.js';

function play(simulator: Simulator, patienceMs = 10_000): Promise<StoryEnd> {
  const { signal } = new AbortController();
  return playStory({ simulator, clock: systemClock, pauseMs: 5, patienceMs, signal });
}

async function withBot(simulator: Simulator, ...args: string[]): Promise<void> {
  const bot = startProgram(['watch', '--json', '--api', simulator.origin, ...args]);
  await bot.waitForLine('"connection.opened"');
}

describe('the story', () => {
  it('ends well when every tap changes its card and the text is complete', async () => {
    const simulator = await useSimulator();
    await withBot(simulator, '--rules', 'examples/demo/rules.yaml');
    expect(await play(simulator)).toEqual({ ok: true });
    const told = simulator.events().map((event) => event.type);
    expect(told.filter((type) => type === 'message.sent')).toHaveLength(5);
    const [accepted, rejected, leave, vote, answer] = simulator.cards();
    expect(accepted?.cardParamMap['status']).toBe('已同意');
    expect(rejected?.cardParamMap['status']).toBe('被拒绝');
    expect(leave?.privateData).toEqual({
      user002: { form_status: 'disabled', form_btn_text: '已提交' },
    });
    expect(vote?.privateData).toEqual({
      user002: { voted: 'noodles' },
      user003: { voted: 'rice' },
    });
    expect(answer?.cardParamMap).toMatchObject({
      flowStatus: '3',
      content: '每天 **120 元**，按城市分三档：\n\n- 一类城市 120\n- 二类城市 100\n- 其他 80',
    });
  });

  it('ends badly when nobody is connected', async () => {
    const simulator = await useSimulator();
    expect(await play(simulator)).toEqual({ ok: false, what: 'message: no-connection' });
  });

  it('ends badly when no card comes', async () => {
    const simulator = await useSimulator();
    await withBot(simulator);
    expect(await play(simulator, 50)).toEqual({ ok: false, what: 'message: no card' });
  });

  it('ends badly when the tap is acknowledged without an update', async () => {
    const simulator = await useSimulator();
    await withBot(simulator, '--rules', 'test/fixtures/rules/card-without-answer.yaml');
    expect(await play(simulator)).toEqual({
      ok: false,
      what: 'tap: acknowledged without an update',
    });
  });

  it('stops when it is told to, also while it waits for a card', async () => {
    const simulator = await useSimulator();
    const abort = new AbortController();
    await withBot(simulator);
    const clock = systemClock;
    const { signal } = abort;
    const told = playStory({ simulator, clock, pauseMs: 1, patienceMs: 60_000, signal });
    simulator.subscribe((event) => {
      if (event.type === 'message.answered') abort.abort(new Error('left'));
    });
    expect(await told).toEqual({ ok: false, what: 'message: no card' });
  });
});
