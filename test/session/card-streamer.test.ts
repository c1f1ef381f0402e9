import { describe, expect, it } from 'vitest';
import { DtcardError } from '../../src/base/errors.js';
import {
  messageFrame,
  openSession,
  type SessionHarnessOptions,
} from '../support/session-harness.js';

const rules = `
version: 1
rules:
  - name: think
    on: message
    send:
      template: 0c9d7b52-3e41-4c8a-8f6e-7d2a1b5c4e90.schema
      data: { question: 多少？ }
      stream: { key: content, text: "一二三😀五六七", everyMs: 200, step: 3 }
`;

async function asked(options: SessionHarnessOptions = {}) {
  const one = openSession({ rules, ...options });
  one.push(messageFrame());
  await one.settle();
  return one;
}

describe('streaming a text into a card', () => {
  it('sends the whole text so far, a bit more each time, and finalizes with the last', async () => {
    const one = await asked();
    const sent = () => one.frames.map(({ content, isFinalize }) => [content, isFinalize]);
    expect(sent()).toEqual([['一二三', false]]);
    one.clock.advance(199);
    await one.settle();
    expect(one.frames).toHaveLength(1);
    one.clock.advance(1);
    await one.settle();
    one.clock.advance(200);
    await one.settle();
    expect(sent()).toEqual([
      ['一二三', false],
      ['一二三😀五六', false],
      ['一二三😀五六七', true],
    ]);
    one.clock.advance(10_000);
    await one.settle();
    expect(one.frames).toHaveLength(3);
  });

  it('gives every frame a guid of its own, isFull, and the outTrackId of the card', async () => {
    const one = await asked();
    one.clock.advance(200);
    await one.settle();
    expect(new Set(one.frames.map(({ guid }) => guid)).size).toBe(2);
    expect(one.frames.map(({ isFull, isError, key }) => [isFull, isError, key])).toEqual([
      [true, false, 'content'],
      [true, false, 'content'],
    ]);
    expect(one.frames[0]?.outTrackId).toBe(one.drafts[0]?.outTrackId);
  });

  it('logs what arrived, and why it was sent', async () => {
    const one = await asked();
    expect(one.eventsOf('card.streamed')).toMatchObject([
      { key: 'content', content: '一二三', isFinalize: false, because: { rule: 'think' } },
    ]);
    expect(one.eventsOf('card.streamed')[0]).not.toHaveProperty('guid');
  });

  it('ends at the first frame that is refused', async () => {
    const error = new DtcardError('E4001', { params: { code: 'param.stream', message: 'no' } });
    const one = await asked({ streamFrame: () => Promise.reject(error) });
    one.clock.advance(10_000);
    await one.settle();
    expect(one.frames).toHaveLength(1);
    expect(one.eventsOf('card.streamFailed')).toMatchObject([
      { key: 'content', error: { code: 'E4001' }, because: { rule: 'think' } },
    ]);
  });

  it('waits for the answer to one frame before the next', async () => {
    let release = () => {};
    const one = await asked({
      streamFrame: () =>
        new Promise<void>((resolve) => {
          release = resolve;
        }),
    });
    one.clock.advance(10_000);
    await one.settle();
    expect(one.frames).toHaveLength(1);
    release();
    await one.settle();
    one.clock.advance(200);
    await one.settle();
    expect(one.frames).toHaveLength(2);
  });

  it('sends nothing more once the session ends', async () => {
    const one = await asked();
    await one.session.stop('test', 0);
    one.clock.advance(10_000);
    await one.settle();
    expect(one.frames).toHaveLength(1);
    expect(one.clock.pending).toBe(0);
  });
});
