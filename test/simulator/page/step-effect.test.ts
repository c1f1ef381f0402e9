import { expect, test } from 'vitest';
import {
  type CallbackStep,
  type CardStep,
  stepOn,
} from '../../../src/simulator/page/card-history.js';
import { stepEffect } from '../../../src/simulator/page/step-effect.js';
import type { Settings } from '../../../src/simulator/settings.js';
import { agreed, simWithCard, wrapped } from '../../support/sim-card.js';

async function tapped(responses: readonly object[], settings: Partial<Settings> = {}) {
  const { simulator, outTrackId, client, tap } = await simWithCard({ settings });
  for (const response of responses) {
    const done = tap();
    client.answer((await client.next()).headers['messageId'] ?? '', wrapped(response));
    await done;
  }
  const steps = simulator
    .events()
    .filter((event) => 'outTrackId' in event && event.outTrackId === outTrackId)
    .reduce<readonly CardStep[]>(stepOn, []);
  return steps
    .filter((step): step is CallbackStep => step.kind === 'callback')
    .map((step) => stepEffect(outTrackId, step));
}

test('an answer for everyone has its variables, and reaches everyone', async () => {
  const userPrivateData = { cardParamMap: { mine: '1' } };
  const [effect] = await tapped([{ ...agreed, userPrivateData }]);
  expect(effect).toMatchObject({
    reach: 'everyone',
    cardData: {
      how: 'merged',
      variables: [
        { name: 'status', is: 'changed', before: '待处理', after: '已同意' },
        { name: 'title', is: 'kept' },
      ],
    },
    privateData: [{ userId: 'manager01', how: 'replaced', variables: [{ name: 'mine' }] }],
    others: { sees: 'change', because: 'public' },
  });
});

test('answers for the clicker are compared with what the clicker saw', async () => {
  const cardData = { cardParamMap: { status: '已拒绝' } };
  const effects = await tapped([{ cardData }, agreed, { cardData }], { answerCardData: 'clicker' });
  expect(effects).toMatchObject([
    { reach: 'clicker', emptied: [{ name: 'title' }], others: { sees: 'nothing' } },
    {
      cardData: { variables: [{ name: 'status', before: '已拒绝', after: '已同意' }] },
      emptied: [],
    },
    { cardData: { how: 'replaced' }, emptied: [] },
  ]);
  expect(effects[1]?.cardData?.variables).toHaveLength(1);
});

test('there is none where nothing was answered', async () => {
  expect(await tapped([{}])).toEqual([undefined]);
});
