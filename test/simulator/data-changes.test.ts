import { expect, test } from 'vitest';
import { ownChanges } from '../../src/simulator/data-changes.js';
import { agreed, simWithCard, wrapped } from '../support/sim-card.js';

const none = { private: undefined, answered: undefined };

test('own data that stayed the same map is no change', () => {
  const data = { private: { a: '1' }, answered: { b: '2' } };
  expect(ownChanges('user002', data, { ...data })).toBeUndefined();
});

test('a change names the layer, and has no side where there was nothing', () => {
  const after = { private: { remark: 'x' }, answered: undefined };
  expect(ownChanges('user002', none, after)).toEqual([
    { userId: 'user002', layer: 'private', after: { remark: 'x' } },
  ]);
  expect(ownChanges('user002', after, none)).toEqual([
    { userId: 'user002', layer: 'private', before: { remark: 'x' } },
  ]);
});

async function answerOnce(response: object, settings = {}) {
  const { simulator, client, tap } = await simWithCard({ settings });
  const done = tap();
  const { headers } = await client.next();
  client.answer(headers['messageId'] ?? '', wrapped(response));
  const result = await done;
  const changed = simulator.events().find((event) => event.type === 'card.changed');
  const answered = simulator.events().find((event) => event.type === 'callback.answered');
  return { result, changed, answered };
}

test('an answer shows with the data before and after, public and of the one who tapped', async () => {
  const response = { ...agreed, userPrivateData: { cardParamMap: { mine: 'yes' } } };
  const { result, changed, answered } = await answerOnce(response);
  expect(changed).toMatchObject({
    before: { title: '报销', status: '待处理' },
    cardParamMap: { title: '报销', status: '已同意' },
    own: [{ userId: 'manager01', layer: 'private', after: { mine: 'yes' } }],
  });
  expect(answered).toMatchObject({ applied: true, response });
  expect(result).toMatchObject({ outcome: 'answered', response });
});

test('public data answered to one alone shows as theirs', async () => {
  const { changed } = await answerOnce(agreed, { answerCardData: 'clicker' });
  expect(changed).toMatchObject({
    before: { status: '待处理' },
    cardParamMap: { status: '待处理' },
    own: [{ userId: 'manager01', layer: 'answered', after: { status: '已同意' } }],
  });
});
