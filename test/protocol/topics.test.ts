import { expect, it } from 'vitest';
import { topics } from '../../src/protocol/topics.js';

it('spells the topics as they are on the wire', () => {
  expect(topics).toEqual({
    botMessage: '/v1.0/im/bot/messages/get',
    botMessageDelegate: '/v1.0/im/bot/messages/delegate',
    cardCallback: '/v1.0/card/instances/callback',
    cardDynamicData: '/v1.0/card/dynamicData/get',
    graphApi: '/v1.0/graph/api/invoke',
    allEvents: '*',
    ping: 'ping',
    disconnect: 'disconnect',
  });
});
