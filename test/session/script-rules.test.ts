import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../src/answer/rule.js';
import type { ScriptResult, ScriptRunner } from '../../src/answer/script-runner.js';
import type { JsonObject } from '../../src/base/json-text.js';
import { rulesOf } from '../support/rule-subjects.js';
import {
  acceptRule,
  messageFrame,
  openSession,
  responseOf,
  sendRule,
  tapFrame,
} from '../support/session-harness.js';

const script = { file: '/rules/decide.mjs', timeLimitMs: 1000 };
const answer = { cardData: { status: 'script' } };

/** The rules of a file with every action replaced by a script. */
function scripted(text: string): RuleSet {
  const rules = rulesOf(text);
  const action = { kind: 'script', script } as const;
  return {
    ...rules,
    callbackRules: rules.callbackRules.map((rule) => ({ ...rule, action })),
    messageRules: rules.messageRules.map((rule) => ({ ...rule, action })),
  };
}

/** A session whose rule asks a script; `reply` is what the script comes to. */
function ask(settings = {}, text = acceptRule, withRunner = true) {
  const asked: JsonObject[] = [];
  let reply: (result: ScriptResult) => void = () => {};
  const scripts: ScriptRunner = {
    run: (_, input) =>
      new Promise((resolve) => {
        asked.push(input);
        reply = resolve;
      }),
    warmUp: () => Promise.resolve(undefined),
    close: () => Promise.resolve(),
  };
  const rules = scripted(text);
  const one = openSession({
    askRules: () => rules,
    settings,
    deps: withRunner ? { scripts } : {},
  });
  return {
    one,
    asked,
    reply: async (result: ScriptResult) => {
      reply(result);
      await one.settle();
    },
    sources: () => one.eventsOf('callback.answered').map(({ source }) => source),
  };
}

describe('a rule that asks a script', () => {
  it('is told of, and answers with what the script returns', async () => {
    const { one, asked, reply } = ask();
    one.push(tapFrame());
    expect(one.types()).toEqual(['callback.received', 'callback.planned']);
    expect(one.eventsOf('callback.planned')[0]).not.toHaveProperty('delayMs');
    expect(asked).toMatchObject([{ on: 'callback', callback: { outTrackId: 'track1' } }]);
    one.clock.advance(400);
    await reply({ ok: true, value: { answer }, tookMs: 400 });
    expect(responseOf(one.answers[0])).toMatchObject({
      cardData: { cardParamMap: { status: 'script' } },
    });
    expect(one.eventsOf('callback.answered')).toMatchObject([{ source: 'rule', rule: 'accept' }]);
    expect(one.clock.pending).toBe(0);
  });

  it('is acknowledged in time when it thinks too long, and updates the card then', async () => {
    const { one, reply, sources } = ask();
    one.push(tapFrame());
    one.clock.advance(1700);
    expect(sources()).toEqual(['autoAck']);
    await reply({ ok: true, value: { answer }, tookMs: 2000 });
    expect(one.updates).toMatchObject([{ cardParamMap: { status: 'script' } }]);
  });

  it('is of no use once a person was faster', async () => {
    const { one, reply } = ask({ answerByHand: true });
    one.push(tapFrame());
    one.session.commands.answer('tap1', { kind: 'empty' });
    await reply({ ok: true, value: { answer }, tookMs: 1 });
    expect(one.eventsOf('callback.dropped')).toMatchObject([
      { source: 'rule', rule: 'accept', reason: 'superseded' },
    ]);
    expect([one.answers.length, one.updates]).toEqual([1, []]);
  });

  it('leaves the tap to others when the script returns nothing', async () => {
    const { one, reply, sources } = ask();
    one.push(tapFrame());
    await reply({ ok: true, value: undefined, tookMs: 1 });
    expect(one.eventsOf('rule.matched')).toMatchObject([{ rule: 'accept', action: 'leave' }]);
    expect(sources()).toEqual(['autoAck']);
    expect(one.clock.pending).toBe(0);
  });

  const error = { code: 'E1021', params: { file: script.file, detail: 'oh' } };
  it.each([
    ['fails', { ok: false, error, tookMs: 3 } as const, error],
    ['answers nonsense', { ok: true, value: 7, tookMs: 3 } as const, { code: 'E1021' }],
  ])('leaves the tap to others when the script %s, and says so', async (_, result, told) => {
    const { one, reply, sources } = ask({ answerByHand: true });
    one.push(tapFrame());
    await reply(result);
    expect(one.eventsOf('rule.scriptFailed')).toMatchObject([
      { rule: 'accept', subject: 'tap1', error: told, tookMs: 3 },
    ]);
    expect(sources()).toEqual([]);
    one.clock.advance(1700);
    expect(sources()).toEqual(['autoAck']);
  });

  it('fails where no scripts are run', async () => {
    const { one, sources } = ask({}, acceptRule, false);
    one.push(tapFrame());
    await one.settle();
    expect(one.eventsOf('rule.scriptFailed')).toMatchObject([{ error: { code: 'E1020' } }]);
    expect(sources()).toEqual(['autoAck']);
  });

  it('that still thinks when the program ends is told of', async () => {
    const { one } = ask();
    one.push(tapFrame());
    await one.session.stop('test', 0);
    expect(one.eventsOf('callback.answered')).toMatchObject([{ source: 'shutdown' }]);
    expect(one.eventsOf('callback.dropped')).toMatchObject([{ rule: 'accept', reason: 'ended' }]);
  });
});

describe('a message rule that asks a script', () => {
  it('sends nothing when the script fails or returns nothing', async () => {
    for (const result of [
      { ok: true, value: undefined, tookMs: 1 } as const,
      { ok: false, error: { code: 'E1021', params: {} }, tookMs: 1 } as const,
    ]) {
      const { one, asked, reply } = ask({}, sendRule);
      one.push(messageFrame());
      expect(asked).toMatchObject([{ on: 'message', message: { msgId: 'msg1' } }]);
      expect(one.eventsOf('rule.matched')).toMatchObject([{ action: 'script' }]);
      await reply(result);
      expect([one.drafts, one.types().at(-1)]).toEqual([[], 'message.unanswered']);
    }
  });
});
