import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/json-text.js';
import { translator } from '../../src/i18n/translate.js';
import type { DtcardEvent, EventOf } from '../../src/log/event.js';
import { createKnownNames } from '../../src/log/known-names.js';
import { simulatorSentence } from '../../src/output/simulator-sentence.js';

function say(event: string, detail: JsonObject) {
  const names = createKnownNames();
  const people = [{ userId: 'u1', name: '张三' }];
  const base = { seq: 0, atMs: 0, v: 1, type: 'simulator.reported' } as const;
  names.apply({ ...base, event: 'started', detail: { people } } as DtcardEvent);
  const told: EventOf<'simulator.reported'> = { ...base, event, detail };
  return simulatorSentence(told, { lang: 'en', t: translator('en'), names });
}

describe('the simulator tells', () => {
  it.each([
    [
      'card.changed',
      { viewers: ['*'], cardParamMap: { status: '已同意' } },
      'the card now shows status=已同意 to everyone',
    ],
    [
      'card.changed',
      { viewers: ['u1', 'u2'], cardParamMap: { a: '1' } },
      'the card now shows a=1 to 张三、u2',
    ],
    [
      'card.changed',
      {
        viewers: ['*'],
        cardParamMap: { status: '已同意', title: 't' },
        changed: { status: '已同意' },
        own: [],
      },
      'the card now shows status=已同意 to everyone',
    ],
    [
      'card.changed',
      {
        viewers: ['u1'],
        cardParamMap: { title: 't' },
        changed: {},
        own: [{ userId: 'u1', layer: 'private', changed: { voted: 'rice' } }],
      },
      'the card now shows voted=rice to 张三',
    ],
    [
      'callback.expired',
      { userId: 'u1', afterMs: 2000.4 },
      'the tap of 张三 got no answer within 2000 ms',
    ],
    [
      'callback.undeliverable',
      { userId: 'u1', reason: 'no-connection' },
      'the tap of 张三 reached nobody: no-connection',
    ],
    ['warning', { code: 'c', message: 'm' }, 'c: m'],
  ] as [string, JsonObject, string][])('%s %j', (event, detail, text) => {
    expect(say(event, detail)).toMatchObject([{ kind: 'simulator', text }]);
  });

  it('nothing of what the session tells itself', () => {
    expect(say('card.created', {})).toEqual([]);
    expect(say('something.new', {})).toEqual([]);
  });

  it('nothing of a change that changes nothing', () => {
    expect(say('card.changed', { viewers: ['*'], changed: {}, cardParamMap: { a: '1' } })).toEqual(
      [],
    );
  });

  it('is not confused by details of other shapes', () => {
    expect(say('card.changed', { viewers: 'all', cardParamMap: [1] })).toEqual([]);
    expect(say('card.changed', { viewers: [1], cardParamMap: { a: { b: 1 } } })[0]?.text).toContain(
      'a={"b":1}',
    );
    expect(say('warning', {})[0]?.text).toBe(': ');
  });
});
