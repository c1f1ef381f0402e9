import { describe, expect, it } from 'vitest';
import { sendOf, streamOf, updateOf, writtenCard } from '../../src/answer/read-follow-ups.js';
import { valueFor } from '../../src/answer/value.js';
import { callback, message, nodeOf, readingOf } from '../support/rule-subjects.js';

const tap = { callback: callback(), nowMs: 0 };

describe('a card that is sent', () => {
  it('is written down as it stands in the file', () => {
    const node = nodeOf('{ template: t, data: { a: "${user}", n: 1.0, l: [1], __proto__: x } }');
    const { cardTemplateId, cardParamMap } = writtenCard(node);
    expect(cardTemplateId).toBe('t');
    expect(Object.entries(cardParamMap)).toEqual([
      ['a', '${user}'],
      ['n', '1.0'],
      ['l', '[1]'],
      ['__proto__', 'x'],
    ]);
  });

  it('may go to somebody the message names', () => {
    const send = sendOf(nodeOf('{ template: t, to: "${message.text}" }'), readingOf('message'));
    const to = (text: string) => valueFor(send, { message: message({ text }), nowMs: 0 });
    expect(to('boss01')).toMatchObject({ draft: { openSpaceId: 'dtv1.card//IM_ROBOT.boss01' } });
    expect(to('a;b')).toMatchObject({
      kind: 'impossible',
      error: { code: 'E1002', params: { reason: 'multi-target', to: 'a;b' } },
    });
    const long = to('x'.repeat(2000));
    expect(long.kind === 'impossible' && String(long.error.params['to'])).toHaveLength(80);
  });
});

describe('an update', () => {
  it('is of the tapped card, by key, unless it says otherwise', () => {
    const update = updateOf(nodeOf('{ cardData: { a: 1 } }'), readingOf());
    expect(valueFor(update, tap)).toEqual({
      kind: 'update',
      update: {
        outTrackId: 'track1',
        cardParamMap: { a: '1' },
        cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
      },
    });
  });

  it('leaves out private data of nobody', () => {
    const node = nodeOf('{ privateData: { "${callback.params.none}": { a: "1" } } }');
    const update = valueFor(updateOf(node, readingOf()), tap);
    expect(update.kind === 'update' && update.update.privateData).toBeFalsy();
  });

  it('keeps a person called __proto__', () => {
    const given = callback({ userId: '__proto__' });
    const update = updateOf(nodeOf('{ userPrivateData: { a: "1" } }'), readingOf());
    const made = valueFor(update, { callback: given, nowMs: 0 });
    const people = made.kind === 'update' ? Object.keys(made.update.privateData ?? {}) : [];
    expect(people).toEqual(['__proto__']);
  });
});

describe('a text that is streamed', () => {
  it('goes to the tapped card, or to the one that is named', () => {
    const stream = (text: string) => valueFor(streamOf(nodeOf(text), readingOf()), tap);
    expect(stream('{ key: k, text: "${callback.userId}" }')).toEqual({
      kind: 'stream',
      outTrackId: 'track1',
      plan: { key: 'k', text: 'manager01', everyMs: 500, step: 12 },
    });
    expect(stream('{ outTrackId: other, key: k, text: t, step: 3 }')).toMatchObject({
      outTrackId: 'other',
      plan: { step: 3 },
    });
  });
});
