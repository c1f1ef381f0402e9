import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { createEventLog } from '../../src/log/event-log.js';
import { createRuleKnowledge } from '../../src/session/rule-knowledge.js';
import { cardCreated } from '../support/event-builders.js';
import { rulesOf } from '../support/rule-subjects.js';
import { acceptRule } from '../support/session-harness.js';

const asking = acceptRule.replace('params: {', 'filter: "var.status:待审批", params: {');

describe('what rules know of cards', () => {
  it('is nothing while no rule asks', () => {
    const log = createEventLog({ clock: new ManualClock() });
    expect(createRuleKnowledge(log, undefined).forRules(rulesOf(acceptRule))).toBeUndefined();
  });

  it('is what the log holds once one does, and what comes after', () => {
    const log = createEventLog({ clock: new ManualClock() });
    const knowledge = createRuleKnowledge(log, undefined);
    knowledge.forRules(rulesOf(acceptRule));
    log.append(cardCreated('before'));
    const known = knowledge.forRules(rulesOf(asking));
    log.append(cardCreated('after'));
    expect(known?.cardOf('before')?.outTrackId).toBe('before');
    expect(known?.cardOf('after')?.outTrackId).toBe('after');
    expect(known?.cardOf('never')).toBeUndefined();
  });
});
