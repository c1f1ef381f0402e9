import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { DtcardError } from '../../src/base/errors.js';
import { systemIds } from '../../src/base/ids.js';
import { resolveEndpoints } from '../../src/platform/endpoints.js';
import { createHttp } from '../../src/platform/http.js';
import { createProxy } from '../../src/platform/proxy.js';
import { createSdkCardClient } from '../../src/platform/sdk-card-client.js';
import { recipientToSpace } from '../../src/protocol/open-space-id.js';
import type { Simulator } from '../../src/simulator/simulator.js';
import { useSimulator } from '../support/use-simulator.js';

const cardTemplateId = '2c278d79-fc0b-41b4-b14e-8b8089dc08e8.schema';
const observer = { called() {}, failed() {}, uncertain() {} };
const http = createHttp({ clock: systemClock, proxy: createProxy({}) });

function clientOf(simulator: Simulator, credentials = simulator.credentials) {
  return createSdkCardClient({
    clock: systemClock,
    ids: systemIds,
    http,
    endpoints: resolveEndpoints(simulator.origin),
    clientId: credentials.clientId,
    clientSecret: credentials.clientSecret,
    observer,
  });
}

function draftTo(to: string, outTrackId: string) {
  const { openSpaceId, userIdType } = recipientToSpace(to);
  const cardParamMap = { title: '审批', n: '1' };
  return { cardTemplateId, outTrackId, openSpaceId, userIdType, cardParamMap };
}

describe('the card client and the simulator', () => {
  it('deliver a card to a group, to a person, and to a person by unionId', async () => {
    const simulator = await useSimulator();
    const cards = clientOf(simulator);
    const group = simulator.conversations.find((one) => one.type === 'group');
    const [person] = simulator.people;
    if (!group || !person) throw new Error('the world is empty');
    for (const [i, to] of [
      group.conversationId,
      person.userId,
      `union:${person.unionId}`,
    ].entries()) {
      const sent = await cards.createAndDeliver(draftTo(to, `card-${i}`));
      expect(sent.deliverResults).toMatchObject([{ success: true }]);
    }
    const made = simulator.cards();
    expect(made.map((card) => card.outTrackId)).toEqual(['card-0', 'card-1', 'card-2']);
    expect(made[0]).toMatchObject({
      callbackType: 'STREAM',
      cardParamMap: { title: '审批', n: '1' },
      clientId: simulator.credentials.clientId,
    });
  });

  it('update a card by key', async () => {
    const simulator = await useSimulator();
    const cards = clientOf(simulator);
    const [person] = simulator.people;
    await cards.createAndDeliver(draftTo(person?.userId ?? '', 'card-1'));
    await cards.update({
      outTrackId: 'card-1',
      cardParamMap: { title: '已同意' },
      cardUpdateOptions: { updateCardDataByKey: true },
    });
    expect(simulator.cards()[0]?.cardParamMap).toEqual({ title: '已同意', n: '1' });
  });

  it('agree on wrong credentials', async () => {
    const simulator = await useSimulator();
    const cards = clientOf(simulator, {
      clientId: simulator.credentials.clientId,
      clientSecret: 'wrong-secret-value',
    });
    await expect(cards.checkCredentials()).rejects.toMatchObject({ code: 'E2002' });
    await expect(clientOf(simulator).checkCredentials()).resolves.toBeUndefined();
  });

  it('agree on a card that does not exist', async () => {
    const simulator = await useSimulator();
    const error: unknown = await clientOf(simulator)
      .update({ outTrackId: 'nobody', cardParamMap: { a: '1' } })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DtcardError);
    expect((error as DtcardError).fault?.code).toBe('param.cardNotExist');
  });
});
