import { expect, test } from 'vitest';
import { groupId, paths, toGroup } from '../support/card-bodies.js';
import { createOpenApi } from '../support/create-openapi.js';

test('a card from its creation to its last frame', async () => {
  const api = createOpenApi();
  await api.call('POST', paths.createAndDeliver, toGroup());
  await api.call('PUT', paths.create, {
    outTrackId: 'ot_1',
    cardData: { cardParamMap: { status: 'agreed' } },
    cardUpdateOptions: { updateCardDataByKey: true },
  });
  await api.call('PUT', paths.streaming, {
    outTrackId: 'ot_1',
    guid: 'g1',
    key: 'content',
    content: '完成',
    isFinalize: true,
  });
  expect(api.context.cards.viewOf('ot_1', 'user003')).toEqual({
    title: '你好',
    status: 'agreed',
    content: '完成',
  });
  expect(api.events.map((event) => (event.type === 'request' ? event.status : event.type))).toEqual(
    ['card.created', 'card.delivered', 'warning', 200, 'card.changed', 200, 'card.changed', 200],
  );
  expect(api.context.cards.latest()?.deliveries[0]?.spaceId).toBe(groupId);
});

test('§1.6 G16: a failure inside the simulator is 500 unknownError and reported', async () => {
  const api = createOpenApi();
  const broken = new Error('boom');
  Object.defineProperty(api.context, 'cards', {
    get() {
      throw broken;
    },
  });
  const answer = await api.call('POST', paths.create, toGroup());
  expect([answer.status, answer.json['code'], answer.json['message']]).toEqual([
    500,
    'unknownError',
    '未知错误',
  ]);
  expect(api.warnings()).toEqual(['simulator-bug']);
});

test('calls at the same time do not mix', async () => {
  const api = createOpenApi();
  const names = Array.from({ length: 50 }, (_, at) => `ot_${at}`);
  const answers = await Promise.all(
    names.map((outTrackId) =>
      api.call(
        'POST',
        paths.create,
        toGroup({ outTrackId, cardData: { cardParamMap: { id: outTrackId } } }),
      ),
    ),
  );
  expect(answers.map((answer) => answer.json['result'])).toEqual(names);
  for (const name of names) expect(api.context.cards.get(name)?.cardParamMap['id']).toBe(name);
});
