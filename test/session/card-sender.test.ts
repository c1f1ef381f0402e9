import { describe, expect, it } from 'vitest';
import { DtcardError } from '../../src/base/errors.js';
import { openSession, tapFrame } from '../support/session-harness.js';

const card = {
  cardTemplateId: '2c278d79-fc0b-41b4-b14e-8b8089dc08e8.schema',
  openSpaceId: 'dtv1.card//IM_GROUP.cid1',
  cardParamMap: { title: '审批' },
};

describe('sending a card', () => {
  it('makes an outTrackId where none is stated, and keeps one that is', async () => {
    const one = openSession();
    await one.session.commands.sendCard(card);
    await one.session.commands.sendCard({ ...card, outTrackId: 'mine' });
    expect(one.drafts[0]?.outTrackId).toMatch(/^dtcard-[0-9a-f-]{36}$/);
    expect(one.drafts[1]?.outTrackId).toBe('mine');
  });

  it('is logged with its values and what became of each delivery, in one go', async () => {
    const one = openSession({
      createAndDeliver: ({ outTrackId }) =>
        Promise.resolve({
          outTrackId,
          deliverResults: [
            {
              spaceType: 'IM_GROUP',
              spaceId: 'cid1',
              success: true,
              carrierId: 'q1',
              errorMsg: '',
            },
            { spaceType: 'IM_ROBOT', spaceId: 'u9', success: false, errorMsg: 'not in the corp' },
            { spaceType: 'IM_ROBOT', spaceId: 'u8', success: false },
          ],
        }),
    });
    const privateData = { manager01: { cardParamMap: { seen: '1' } } };
    await one.session.commands.sendCard({ ...card, outTrackId: 'c1', privateData });
    expect(one.events).toMatchObject([
      { type: 'card.created', outTrackId: 'c1', ...card, privateData, because: {} },
      { type: 'card.delivered', spaceId: 'cid1', carrierId: 'q1' },
      { type: 'card.undelivered', spaceId: 'u9', errorMsg: 'not in the corp' },
      { type: 'card.undelivered', spaceId: 'u8', errorMsg: '' },
    ]);
  });

  it('that fails is logged and thrown', async () => {
    const fault = { httpStatus: 403, code: 'Forbidden.AccessDenied', message: 'no scope' };
    const error = new DtcardError('E2004', { fault, params: { scope: 'Card.Instance.Write' } });
    const one = openSession({ createAndDeliver: () => Promise.reject(error) });
    await expect(one.session.commands.sendCard(card)).rejects.toBe(error);
    expect(one.events).toMatchObject([
      {
        type: 'card.failed',
        cardTemplateId: card.cardTemplateId,
        openSpaceId: card.openSpaceId,
        error: { code: 'E2004', params: { scope: 'Card.Instance.Write' }, fault },
      },
    ]);
  });
});

describe('streaming into a card by hand', () => {
  const frame = {
    outTrackId: 'c1',
    key: 'content',
    content: '你好',
    isFull: true,
    isFinalize: true,
    isError: false,
  };

  it('makes a guid where none is stated, and logs what arrived without it', async () => {
    const one = openSession();
    await one.session.commands.streamCard(frame);
    await one.session.commands.streamCard({ ...frame, guid: 'mine' });
    expect(one.frames[0]?.guid).toMatch(/^[0-9a-f-]{36}$/);
    expect(one.frames[1]?.guid).toBe('mine');
    expect(one.eventsOf('card.streamed')[1]).toMatchObject({ ...frame, because: {} });
    expect(one.eventsOf('card.streamed')[1]).not.toHaveProperty('guid');
  });

  it('that fails is logged and thrown', async () => {
    const error = new DtcardError('E4001', { params: { code: 'unknownError' } });
    const one = openSession({ streamFrame: () => Promise.reject(error) });
    await expect(one.session.commands.streamCard(frame)).rejects.toBe(error);
    expect(one.eventsOf('card.streamFailed')).toMatchObject([
      { outTrackId: 'c1', key: 'content', error: { code: 'E4001' } },
    ]);
  });
});

describe('updating a card by hand', () => {
  it('keeps the order of the decisions, however long a call takes', async () => {
    const waiting: (() => void)[] = [];
    const one = openSession({
      update: () => new Promise<void>((resolve) => void waiting.push(resolve)),
    });
    const update = (status: string) =>
      one.session.commands.updateCard({ outTrackId: 'c1', cardParamMap: { status } });
    const first = update('first');
    const last = update('last');
    await one.settle();
    expect(one.updates).toHaveLength(1);
    waiting[0]?.();
    await first;
    await one.settle();
    waiting[1]?.();
    await last;
    const told = one.eventsOf('card.updated').map(({ cardParamMap }) => cardParamMap?.['status']);
    expect(told).toEqual(['first', 'last']);
  });

  it('sends the update and logs it', async () => {
    const one = openSession();
    const update = { outTrackId: 'c1', cardParamMap: { status: '已同意' } };
    await one.session.commands.updateCard(update);
    expect(one.updates).toEqual([update]);
    expect(one.eventsOf('card.updated')).toMatchObject([{ ...update, because: {} }]);
  });
});

describe('calls that nobody waits for', () => {
  it('are refused when too many are under way, and taken again when they are not', async () => {
    const ends: (() => void)[] = [];
    const one = openSession({
      settings: { answerByHand: true },
      update: () => new Promise((resolve) => void ends.push(resolve)),
    });
    const response = { cardData: { cardParamMap: { status: 'late' } } };
    for (let n = 0; n <= 2001; n++) {
      one.push(tapFrame('a', { messageId: `m${n}` }, { outTrackId: `track${n}` }));
    }
    one.clock.advance(2000);
    const decide = (n: number) =>
      one.session.commands.answer(`m${n}`, { kind: 'update', response });
    for (let n = 0; n <= 2000; n++) decide(n);
    await one.settle();
    expect(one.updates).toHaveLength(2000);
    expect(one.eventsOf('card.updateFailed')).toMatchObject([
      {
        outTrackId: 'track2000',
        error: { code: 'E4005', params: { count: 2000, outTrackId: 'track2000' } },
        because: { exchangeId: 'm2000' },
      },
    ]);
    // Who asked for a call waits for it.
    const asked = one.session.commands.updateCard({ outTrackId: 'track1', userIdType: 1 });
    for (const end of ends.splice(0)) end();
    await one.settle();
    for (const end of ends.splice(0)) end();
    await asked;
    decide(2001);
    expect(one.updates.at(-1)?.outTrackId).toBe('track2001');
  });
});
