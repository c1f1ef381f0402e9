import { describe, expect, test } from 'vitest';
import { paths, toPerson } from '../support/card-bodies.js';
import { createOpenApi } from '../support/create-openapi.js';

const mixed = {
  cardData: { cardParamMap: { n: 1, b: true, a: [1, 2], o: { a: 'b' }, z: null, s: 's' } },
};

describe('§8 item 57: values that are no strings', () => {
  test('become text and are warned of', async () => {
    const api = createOpenApi();
    await api.call('POST', paths.create, toPerson(mixed));
    expect(api.context.cards.get('ot_1')?.cardParamMap).toEqual({
      n: '1',
      b: 'true',
      a: '[1,2]',
      o: '{"a":"b"}',
      s: 's',
    });
    expect(api.warnings()).toContain('non-string-value');
  });

  test('are refused by setting, in create, update and private data', async () => {
    const api = createOpenApi({ settings: { nonStringValue: 'refuse' } });
    const codes = [
      await api.call('POST', paths.create, toPerson(mixed)),
      await api.call('PUT', paths.create, { outTrackId: 'ot_1', ...mixed }),
      await api.call('PUT', paths.create, {
        outTrackId: 'ot_1',
        privateData: { manager01: { cardParamMap: { a: 1 } } },
      }),
    ].map((answer) => answer.json['code']);
    expect(codes).toEqual(['param.invalid', 'param.invalid', 'param.invalid']);
  });
});

describe('private data', () => {
  test.each([
    ['a list', ['manager01']],
    ['text for a viewer', { manager01: 'x' }],
    ['text as the map', { manager01: { cardParamMap: 'x' } }],
  ])('%s is invalid', async (_name, privateData) => {
    const answer = await createOpenApi().call('POST', paths.create, toPerson({ privateData }));
    expect(answer.json['code']).toBe('param.invalid');
  });

  test('§8 item 60: with userIdType 2 the keys are unionIds', async () => {
    const api = createOpenApi();
    const unionId = api.context.world.people[0]?.unionId ?? '';
    const privateData = { [unionId]: { cardParamMap: { mine: 'yes' } } };
    const asUserId = await api.call('POST', paths.create, toPerson({ privateData }));
    expect(asUserId.json['code']).toBe('param.userIdNotExist');
    await api.call('POST', paths.create, toPerson({ privateData, userIdType: 2 }));
    expect(api.context.cards.viewOf('ot_1', 'manager01')?.['mine']).toBe('yes');
    expect(api.context.cards.viewOf('ot_1', 'user002')?.['mine']).toBeUndefined();
  });
});

describe('§3.3: sizes', () => {
  const big = toPerson({ cardData: { cardParamMap: { text: '字'.repeat(40_000) } } });

  test('a card above 100 KB is accepted with a warning, or refused', async () => {
    const api = createOpenApi();
    expect((await api.call('POST', paths.create, big)).status).toBe(200);
    expect(api.warnings()).toContain('oversized-card');
    const strict = createOpenApi({ settings: { oversizedCard: 'refuse' } });
    expect((await strict.call('POST', paths.create, big)).json['code']).toBe('param.invalid');
  });

  test('long keys and ids are warned of', async () => {
    const api = createOpenApi();
    const cardData = { cardParamMap: { ['k'.repeat(101)]: '1' } };
    await api.call('POST', paths.create, toPerson({ cardData, outTrackId: 'x'.repeat(65) }));
    expect(api.warnings()).toEqual(
      expect.arrayContaining(['long-key', 'long-out-track-id', 'unknown-template']),
    );
  });
});
