import type { EventBody, EventOf } from '../../src/log/event.js';

type Body<T extends EventBody['type']> = Extract<EventBody, { readonly type: T }>;

export function sessionStarted(part: Partial<Body<'session.started'>> = {}): EventBody {
  return {
    type: 'session.started',
    version: '0.1.0',
    api: 'https://api.dingtalk.com',
    clientId: 'dingtestclientid0001',
    simulator: false,
    ...part,
  };
}

export function connectionOpened(connectionId = 'c1'): EventBody {
  return {
    type: 'connection.opened',
    connectionId,
    endpoint: 'wss-open-connection.dingtalk.com:443/connect',
    tookMs: 210,
  };
}

export function messageReceived(
  msgId: string,
  text: string,
  part: Partial<EventOf<'message.received'>['message']> = {},
): EventBody {
  const message = {
    msgId,
    conversationId: 'cidA1b2C3d4E5f6==',
    conversationType: '2',
    conversationTitle: '审批群',
    senderStaffId: 'manager01',
    senderId: '$:LWCP_v1:$abc',
    senderNick: '张三',
    robotCode: 'dingrobot',
    msgtype: 'text',
    text,
    createAt: 0,
    ...part,
  };
  const raw = JSON.stringify({ type: 'CALLBACK', data: JSON.stringify(message) });
  return { type: 'message.received', connectionId: 'c1', messageId: `f-${msgId}`, message, raw };
}

export function callbackReceived(
  exchangeId: string,
  part: Partial<EventOf<'callback.received'>['callback']> = {},
  rest: Partial<Body<'callback.received'>> = {},
): EventBody {
  const callback = {
    outTrackId: 'dtcard-8f0c',
    corpId: 'ding9f50b15b00016741',
    userId: 'user02',
    userIdType: 1,
    spaceType: 'IM',
    spaceId: 'cidA1b2C3d4E5f6==',
    type: 'actionCallback',
    actionIds: ['btn_agree'],
    params: { action: 'agree' },
    ...part,
  };
  const content = JSON.stringify({
    cardPrivateData: { actionIds: callback.actionIds, params: callback.params },
  });
  return {
    type: 'callback.received',
    exchangeId,
    connectionId: 'c1',
    messageId: `f-${exchangeId}`,
    callback,
    deadlineMs: 1700,
    raw: JSON.stringify({
      specVersion: '1.0',
      type: 'CALLBACK',
      headers: { topic: '/v1.0/card/instances/callback', messageId: `f-${exchangeId}` },
      data: JSON.stringify({ outTrackId: callback.outTrackId, userId: callback.userId, content }),
    }),
    ...rest,
  };
}

export function callbackAnswered(
  exchangeId: string,
  part: Partial<Body<'callback.answered'>> = {},
): EventBody {
  return {
    type: 'callback.answered',
    exchangeId,
    source: 'rule',
    code: 200,
    tookMs: 4,
    sent: true,
    ...part,
  };
}

export function cardCreated(
  outTrackId: string,
  part: Partial<Body<'card.created'>> = {},
): EventBody {
  return {
    type: 'card.created',
    outTrackId,
    cardTemplateId: 'approval.schema',
    openSpaceId: 'dtv1.card//IM_GROUP.cidA1b2C3d4E5f6==',
    cardParamMap: { title: '差旅报销审批', status: '待审批', amount: '1280.50' },
    because: {},
    ...part,
  };
}

export function cardDelivered(
  outTrackId: string,
  part: Partial<Body<'card.delivered'>> = {},
): EventBody {
  return {
    type: 'card.delivered',
    outTrackId,
    spaceType: 'IM_GROUP',
    spaceId: 'cidA1b2C3d4E5f6==',
    carrierId: 'pqk-1',
    because: {},
    ...part,
  };
}
