/** Frame topics (stream-protocol §2.2, §4). */
export const topics = {
  botMessage: '/v1.0/im/bot/messages/get',
  botMessageDelegate: '/v1.0/im/bot/messages/delegate',
  cardCallback: '/v1.0/card/instances/callback',
  cardDynamicData: '/v1.0/card/dynamicData/get',
  graphApi: '/v1.0/graph/api/invoke',
  allEvents: '*',
  ping: 'ping',
  disconnect: 'disconnect',
} as const;

export type FrameType = 'SYSTEM' | 'EVENT' | 'CALLBACK';

/** One entry of `subscriptions` in the gateway call (stream-protocol §1.1). */
export interface Subscription {
  readonly type: FrameType;
  readonly topic: string;
}
