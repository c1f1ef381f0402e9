import { expect, test } from 'vitest';
import { recipientsOf } from '../../src/simulator/space-delivery.js';
import { groupId, paths, robotCode, toGroup } from '../support/card-bodies.js';
import { createOpenApi } from '../support/create-openapi.js';

test('§8 item 53: recipients are checked, mentions are not', async () => {
  expect(recipientsOf({ recipients: ['a', 3, null], atUserIds: { b: 'B' } })).toEqual(['a']);
  expect(recipientsOf({ recipients: 'a' })).toEqual([]);
  const imGroupOpenDeliverModel = {
    robotCode,
    recipients: ['manager01'],
    atUserIds: { '@ALL': '@ALL', nobody: '某人' },
  };
  const answer = await createOpenApi().call(
    'POST',
    paths.createAndDeliver,
    toGroup({ imGroupOpenDeliverModel }),
  );
  expect(answer.status).toBe(200);
});

test('each delivery has a carrier of its own', async () => {
  const api = createOpenApi();
  await api.call(
    'POST',
    paths.createAndDeliver,
    toGroup({ openSpaceId: `dtv1.card//IM_GROUP.${groupId};IM_GROUP.${groupId}` }),
  );
  const carriers = api.context.cards.get('ot_1')?.deliveries.map((delivery) => delivery.carrierId);
  expect(new Set(carriers).size).toBe(2);
});
