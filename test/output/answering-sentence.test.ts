import { describe, expect, it } from 'vitest';
import { translator } from '../../src/i18n/translate.js';
import type { EventBody } from '../../src/log/event.js';
import { createKnownNames } from '../../src/log/known-names.js';
import { eventSentences } from '../../src/output/event-sentence.js';
import { answeringSamples } from '../support/answering-samples.js';

function said(body: EventBody, lang: 'zh' | 'en' = 'en') {
  const context = { lang, t: translator(lang), names: createKnownNames() };
  return eventSentences({ seq: 0, atMs: 0, v: 1, ...body } as const, context);
}

const samples = Object.values(answeringSamples).flatMap((list) =>
  (list as readonly (readonly [EventBody, string, string])[]).map(([body]) => body),
);

describe('what is said of deciding', () => {
  it('is one line at most', () => {
    for (const body of samples) expect(said(body).length, body.type).toBeLessThanOrEqual(1);
  });

  it('says what went wrong louder than what may still work out', () => {
    const returned = { type: 'callback.forwardReturned', exchangeId: 'x', attempt: 1 } as const;
    const tones = (['retry', 'unreachable', 'status', 'nonsense', 'timeout'] as const).map(
      (outcome) => said({ ...returned, outcome, tookMs: 1, detail: 'd' })[0]?.tone,
    );
    expect(tones).toEqual(['warn', 'bad', 'bad', 'bad', 'bad']);
  });

  it('colours the health of the forward service', () => {
    const url = 'http://h/';
    const tones = (['ok', 'slow', 'down'] as const).map(
      (state) => said({ type: 'forward.health', url, state })[0]?.tone,
    );
    expect(tones).toEqual(['good', 'warn', 'bad']);
  });

  it('names who decided in vain: the rule, else where the decision came from', () => {
    const dropped = { type: 'callback.dropped', exchangeId: 'x', reason: 'superseded' } as const;
    expect(said({ ...dropped, source: 'rule', rule: 'accept' })[0]?.text).toContain('of accept ');
    expect(said({ ...dropped, source: 'manual' }, 'zh')[0]?.text).toContain('手动');
  });
});
