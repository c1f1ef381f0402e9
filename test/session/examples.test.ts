/** The rules under examples/, on the real session against the simulator. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createScriptRunner } from '../../src/answer/create-script-runner.js';
import { systemClock } from '../../src/base/clock.js';
import { runInProcess } from '../support/run-in-process.js';
import { projectRoot } from '../support/run-program.js';
import { sessionOn } from '../support/session-on-simulator.js';
import { useSimulator as startSimulator } from '../support/use-simulator.js';

const examples = path.join(projectRoot, 'examples');
const fileOf = (name: string) => path.join(examples, name, 'rules.yaml');

async function play(name: string) {
  const simulator = await startSimulator();
  const scripts = createScriptRunner({ clock: systemClock });
  onTestFinished(() => scripts.close());
  const opened = sessionOn(simulator, { rulesFile: fileOf(name), scripts });
  await opened.connected();
  const { event, eventsOf } = opened;
  return {
    eventOf: event,
    eventsOf,
    /** A message of 张三; gives the card it was answered with. */
    cardFor: async (text: string) => {
      const before = simulator.cards().length;
      simulator.message({ userId: 'manager01', text });
      await vi.waitFor(() => expect(simulator.cards().length).toBe(before + 1), 5000);
      const card = simulator.cards().at(-1);
      if (!card) throw new Error('no card');
      await event('card.delivered', ({ outTrackId }) => outTrackId === card.outTrackId);
      return card.outTrackId;
    },
    tap: (
      outTrackId: string,
      userId: string,
      action: string,
      params: Record<string, string> = { action },
    ) => simulator.tap({ outTrackId, userId, actionIds: [action], params }),
    /** As this person sees it. */
    seen: (outTrackId: string, userId = 'manager01') => simulator.card(outTrackId, userId).view,
    simulator,
  };
}

describe('the examples', () => {
  it.each(readdirSync(examples).filter((name) => existsSync(fileOf(name))))(
    '%s is in order, its scripts among it',
    async (name) => {
      const result = await runInProcess(['rules', 'check', fileOf(name), '--json']);
      expect(JSON.parse(result.stdout)).toMatchObject({ ok: true, problems: [], warnings: [] });
    },
  );

  it('approval: a tap changes the status and nothing else', async () => {
    const { cardFor, tap, seen } = await play('approval');
    const card = await cardFor('报销');
    const before = seen(card);
    await tap(card, 'user002', 'accept');
    expect(seen(card)).toEqual({ ...before, status: '已同意' });
    await tap(card, 'user002', 'reject');
    expect(seen(card)).toEqual({ ...before, status: '被拒绝' });
  });

  it('owner-guard: only the owner decides, and once', async () => {
    const { cardFor, tap, seen, eventsOf } = await play('owner-guard');
    const card = await cardFor('住宿');
    expect(seen(card)).toMatchObject({ owner: 'manager01', reason: '住宿', status: '待处理' });
    const answers = () => eventsOf('callback.answered').map(({ rule, code }) => [rule, code]);
    await tap(card, 'user002', 'accept');
    expect(seen(card)).toMatchObject({ status: '待处理' });
    await tap(card, 'manager01', 'accept');
    expect(seen(card)).toMatchObject({ status: '已同意', lastMessage: '张三 同意了报销' });
    await tap(card, 'manager01', 'reject');
    expect(seen(card)).toMatchObject({ status: '已同意' });
    expect(answers()).toEqual([
      ['accept', 403],
      ['accept', 200],
      ['decided', 409],
    ]);
  });

  it('ai-answer: a tap is answered at once, and then a card is written bit by bit', async () => {
    const { cardFor, tap, seen, simulator, eventOf, eventsOf } = await play('ai-answer');
    const card = await cardFor('报销');
    await tap(card, 'user002', 'reject');
    expect(seen(card)).toMatchObject({ status: '被拒绝' });
    await eventOf('card.streamed', ({ isFinalize }) => isFinalize);
    const reply = simulator.cards().find(({ outTrackId }) => outTrackId !== card);
    if (!reply) throw new Error('no reply');
    expect(seen(reply.outTrackId)).toMatchObject({
      question: '为什么拒绝「张三提交的财务报销」？',
      content: '金额 **1000.0** 超过了一天的标准：\n\n1. 补上住宿发票\n2. 重新提交',
    });
    expect(eventsOf('card.streamed').length).toBeGreaterThan(3);
    const [answered] = eventsOf('callback.answered');
    const [first] = eventsOf('card.streamed');
    expect(answered?.seq).toBeLessThan(first?.seq ?? 0);
  });

  it('ai-answer: writes into the very card that was tapped', async () => {
    const { cardFor, tap, seen, eventOf } = await play('ai-answer');
    const card = await cardFor('报销');
    await tap(card, 'user002', 'again');
    await eventOf('card.streamed', ({ isFinalize }) => isFinalize);
    expect(seen(card)).toMatchObject({ content: '再想一想：先补发票，再重新提交。' });
  });

  it('scripted: votes are counted over everybody, and everybody sees the own one', async () => {
    const { cardFor, tap, seen, eventsOf } = await play('scripted');
    const card = await cardFor('吃什么');
    const vote = (userId: string, dish: string) => tap(card, userId, 'vote', { dish });
    await Promise.all([vote('manager01', 'noodles'), vote('user002', 'rice')]);
    await vote('user003', 'rice');
    await vote('manager01', 'rice');
    await vote('user003', 'noodles');
    const notes = (JSON.parse(String(seen(card)['dishes'])) as readonly { note: string }[]).map(
      ({ note }) => note,
    );
    expect(notes).toEqual(['1 票 · 33%', '2 票 · 67%', '0 票 · 0%']);
    expect(seen(card)).toMatchObject({ title: '周五中午吃什么（3 人已投）', voted: 'rice' });
    expect(seen(card, 'user003')).toMatchObject({ voted: 'noodles' });
    await vote('user002', 'pizza');
    expect(eventsOf('callback.answered').at(-1)).toMatchObject({
      source: 'rule',
      rule: 'tally',
      code: 400,
    });
    expect(eventsOf('rule.scriptFailed')).toEqual([]);
  });
});
