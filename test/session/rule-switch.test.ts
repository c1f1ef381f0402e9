import { describe, expect, it } from 'vitest';
import {
  acceptRule,
  messageFrame,
  openSession,
  sendRule,
  tapFrame,
} from '../support/session-harness.js';

const sources = (one: ReturnType<typeof openSession>) =>
  one.eventsOf('callback.answered').map(({ source }) => source);

describe('rules that are switched off', () => {
  it('say nothing until they are switched on again; armed answers still do', () => {
    const one = openSession({ rules: acceptRule });
    const { commands } = one.session;
    commands.switchRules(false);
    commands.switchRules(false);
    one.push(tapFrame('accept', { messageId: 'a' }));
    commands.arm({ filter: '', answer: { kind: 'empty' }, times: 1 });
    one.push(tapFrame('accept', { messageId: 'b' }));
    commands.switchRules(true);
    one.push(tapFrame('accept', { messageId: 'c' }));
    expect(sources(one)).toEqual(['autoAck', 'armed', 'rule']);
    expect(one.eventsOf('rules.switched')).toMatchObject([
      { on: false, reason: 'hand' },
      { on: true, reason: 'hand' },
    ]);
  });

  it('send nothing for messages either', () => {
    const one = openSession({ rules: sendRule, settings: { rulesOn: false } });
    one.push(messageFrame());
    expect([one.drafts, one.types().at(-1)]).toEqual([[], 'message.unanswered']);
  });

  it('from the start are told of once, when the session starts', () => {
    const one = openSession({ rules: acceptRule, settings: { rulesOn: false } });
    one.session.start();
    one.session.start();
    expect(one.eventsOf('rules.switched')).toMatchObject([{ on: false, reason: 'production' }]);
    one.push(tapFrame());
    expect(sources(one)).toEqual(['autoAck']);
  });

  it('from the start are not told of where somebody switched them on before it', () => {
    const one = openSession({ rules: acceptRule, settings: { rulesOn: false } });
    one.session.commands.switchRules(true);
    one.session.start();
    expect(one.eventsOf('rules.switched')).toMatchObject([{ on: true, reason: 'hand' }]);
  });
});
