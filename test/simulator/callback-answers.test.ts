import { describe, expect, it } from 'vitest';
import { agreed, simWithCard, wrapped } from '../support/sim-card.js';

describe('the answer', () => {
  it('S25 merges by key for everyone, and tells who sees it', async () => {
    const { simulator, client, tap, view, outTrackId } = await simWithCard();
    const tapped = tap();
    const frame = await client.next();
    client.answer(frame.headers['messageId'] ?? '', wrapped(agreed));
    expect(await tapped).toMatchObject({
      outcome: 'answered',
      outTrackId,
      userId: 'manager01',
      messageId: frame.headers['messageId'],
      connectionId: frame.headers['connectionId'],
      code: 200,
      applied: true,
      viewers: ['*'],
      warnings: [],
    });
    expect(view('manager01')).toEqual({ title: '报销', status: '已同意' });
    expect(view('user002')).toEqual({ title: '报销', status: '已同意' });
    const types = simulator.events().map((event) => event.type);
    expect(types.slice(-3)).toEqual(['callback.sent', 'callback.answered', 'card.changed']);
  });

  it.each([['everyone'], ['clicker']] as const)(
    'S25 replaces everything without a flag, and says what is gone (%s)',
    async (answerCardData) => {
      const { client, tap, view, simulator, outTrackId } = await simWithCard({
        settings: { answerCardData },
      });
      const tapped = tap();
      const messageId = (await client.next()).headers['messageId'] ?? '';
      client.answer(messageId, wrapped({ cardData: { cardParamMap: { status: '被拒绝' } } }));
      const warning = {
        code: 'variables-removed',
        message: 'without updateCardDataByKey the answer removed: title',
      };
      expect(await tapped).toMatchObject({ warnings: [warning] });
      expect(simulator.events()).toContainEqual(
        expect.objectContaining({ type: 'warning', ...warning, outTrackId }),
      );
      expect(view('manager01')).toEqual({ status: '被拒绝' });
    },
  );

  it('S25 is for the clicker only when the setting says so', async () => {
    const { client, tap, view } = await simWithCard({ settings: { answerCardData: 'clicker' } });
    const tapped = tap();
    client.answer((await client.next()).headers['messageId'] ?? '', wrapped(agreed));
    expect(await tapped).toMatchObject({ viewers: ['manager01'] });
    expect(view('manager01')).toMatchObject({ status: '已同意' });
    expect(view('user002')).toMatchObject({ status: '待处理' });
  });

  it('S23 S24 is taken in every habit of the SDKs', async () => {
    const { client, tap } = await simWithCard();
    const data = [
      wrapped(agreed),
      wrapped({ ...agreed, userPrivateData: null, cardUpdateOptions: null }),
      `{"response": ${JSON.stringify(agreed).replaceAll(':', ': ').replaceAll(',', ', ')}}`,
      wrapped(null),
      wrapped({}),
      wrapped('OK'),
      wrapped('SUCCESS'),
      wrapped({ success: true }),
      wrapped({ cardUpdateOptions: null, cardData: null, userPrivateData: null }),
      wrapped({ cardData: { cardParamMap: null } }),
      '{}',
      '',
      null,
      undefined,
    ];
    for (const [at, item] of data.entries()) {
      const tapped = tap();
      const messageId = (await client.next()).headers['messageId'] ?? '';
      client.answer(messageId, item);
      const result = await tapped;
      // The one without options replaced what the card was created with.
      const codes = result.outcome === 'answered' ? result.warnings.map(({ code }) => code) : [];
      expect(codes).toEqual(at === 1 ? ['variables-removed'] : []);
      expect(result).toMatchObject({ outcome: 'answered', applied: at < 3 });
    }
  });

  it('S23 may have a trailing newline, other headers, another key order and no message', async () => {
    const { client, tap } = await simWithCard();
    const tapped = tap();
    const messageId = (await client.next()).headers['messageId'] ?? '';
    const data = JSON.stringify(wrapped(agreed));
    client.socket.send(
      `\n {"data" : ${data},"headers":{"time":"1","messageId":"${messageId}"},"code":200}\n`,
    );
    expect(await tapped).toMatchObject({ applied: true });
  });

  it('is not applied with another code than 200', async () => {
    const { client, tap, view } = await simWithCard();
    for (const code of [400, 404, 500, 201, 0]) {
      const tapped = tap();
      const messageId = (await client.next()).headers['messageId'] ?? '';
      client.answer(messageId, wrapped(agreed), code);
      expect(await tapped).toMatchObject({ outcome: 'answered', code, applied: false });
    }
    expect(view('manager01')).toMatchObject({ status: '待处理' });
  });

  it('S26 warns of a bare answer and applies it only by the setting', async () => {
    const { simulator, client, tap, view } = await simWithCard();
    const once = async () => {
      const tapped = tap();
      client.answer((await client.next()).headers['messageId'] ?? '', JSON.stringify(agreed));
      return tapped;
    };
    const warnings = [expect.objectContaining({ code: 'answer-bare' }) as object];
    expect(await once()).toMatchObject({ applied: false, warnings });
    expect(view('manager01')).toMatchObject({ status: '待处理' });
    simulator.set({ bareAnswer: 'apply' });
    expect(await once()).toMatchObject({ applied: true, warnings });
    expect(view('manager01')).toMatchObject({ status: '已同意' });
  });

  it('S26 reports misnamed private data and values that are no strings as events too', async () => {
    const { simulator, client, tap, view, outTrackId } = await simWithCard();
    const tapped = tap();
    const response = {
      cardUpdateOptions: { updateCardDataByKey: true },
      privateData: { manager01: { cardParamMap: { voted: 'true' } } },
      cardData: { cardParamMap: { count: 3 } },
    };
    client.answer((await client.next()).headers['messageId'] ?? '', wrapped(response));
    await tapped;
    const warnings = simulator.events().filter((event) => event.type === 'warning');
    expect(warnings.map(({ code }) => code)).toEqual([
      'answer-private-misnamed',
      'answer-value-not-string',
    ]);
    expect(warnings[0]).toMatchObject({ outTrackId });
    expect(view('manager01')).toEqual({ title: '报销', status: '待处理', count: '3' });
  });

  it('keeps two people who tap at once apart', async () => {
    const { client, simulator, outTrackId, view } = await simWithCard();
    const taps = ['manager01', 'user002'].map((userId) =>
      simulator.tap({ outTrackId, userId, actionIds: ['vote'] }),
    );
    const frames = [await client.next(), await client.next()];
    for (const frame of frames.reverse()) {
      const { userId } = JSON.parse(frame.data) as { userId: string };
      const mine = { userPrivateData: { cardParamMap: { voted: userId } } };
      client.answer(frame.headers['messageId'] ?? '', wrapped(mine));
    }
    expect(await Promise.all(taps)).toMatchObject([
      { userId: 'manager01', viewers: ['manager01'] },
      { userId: 'user002', viewers: ['user002'] },
    ]);
    expect(view('manager01')['voted']).toBe('manager01');
    expect(view('user002')['voted']).toBe('user002');
    expect(view('user003')).not.toHaveProperty('voted');
  });
});
