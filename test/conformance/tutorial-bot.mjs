// The card callback tutorial of DingTalk as a Node program: answers any message with an approval
// card, and a tap on it with the card's new state. Uses the official packages only; where they are
// to connect to is the one thing replaced.
import { randomUUID } from 'node:crypto';
import cardPackage, {
  CreateAndDeliverHeaders,
  CreateAndDeliverRequest,
} from '@alicloud/dingtalk/dist/card_1_0/client.js';
import oauthPackage, { GetAccessTokenRequest } from '@alicloud/dingtalk/dist/oauth2_1_0/client.js';
import { Config } from '@alicloud/openapi-client';
import { RuntimeOptions } from '@alicloud/tea-util';
import { DWClient } from 'dingtalk-stream';

const origin = new URL(process.env.DTCARD_ORIGIN);
const clientId = process.env.DTCARD_CLIENT_ID;
const clientSecret = process.env.DTCARD_CLIENT_SECRET;

const CARD_TEMPLATE_ID = 'dac1dbec-55af-40c3-be91-6d6882ef3b66.schema';
const CARD_STATUS_TODO = '待处理';
const CARD_STATUS_ACCEPT = '已同意';
const CARD_STATUS_REJECT = '被拒绝';
const cardParamMap = (status) => ({
  title: '张三提交的财务报销',
  type: '差旅费',
  amount: '1000.0',
  reason: '出差费用',
  status,
});

const config = new Config({ protocol: 'http', regionId: 'central', endpoint: origin.host });
const oauth = new oauthPackage.default(config);
const cards = new cardPackage.default(config);

async function sendCard(message) {
  const token = await oauth.getAccessToken(
    new GetAccessTokenRequest({ appKey: clientId, appSecret: clientSecret }),
  );
  const isGroup = message.conversationType === '2';
  const request = new CreateAndDeliverRequest({
    userIdType: 1,
    cardTemplateId: CARD_TEMPLATE_ID,
    outTrackId: randomUUID(),
    callbackType: 'STREAM',
    cardData: { cardParamMap: cardParamMap(CARD_STATUS_TODO) },
    ...(isGroup
      ? {
          openSpaceId: `dtv1.card//IM_GROUP.${message.conversationId}`,
          imGroupOpenSpaceModel: { supportForward: true },
          imGroupOpenDeliverModel: { extension: {}, robotCode: clientId },
        }
      : {
          openSpaceId: `dtv1.card//IM_ROBOT.${message.senderStaffId}`,
          imRobotOpenSpaceModel: { supportForward: true },
          imRobotOpenDeliverModel: { extension: {}, robotCode: clientId, spaceType: 'IM_ROBOT' },
        }),
  });
  const headers = new CreateAndDeliverHeaders({ xAcsDingtalkAccessToken: token.body.accessToken });
  const response = await cards.createAndDeliverWithOptions(
    request,
    headers,
    new RuntimeOptions({}),
  );
  console.log(`sent ${response.body.result.outTrackId}`);
}

function onCardCallback(data) {
  const { params } = JSON.parse(data.content).cardPrivateData;
  const status =
    params.action === 'accept'
      ? CARD_STATUS_ACCEPT
      : params.action === 'reject'
        ? CARD_STATUS_REJECT
        : CARD_STATUS_TODO;
  return { cardData: { cardParamMap: cardParamMap(status) } };
}

class Client extends DWClient {
  async getEndpoint() {
    const { subscriptions, ua } = this.config;
    const answer = await fetch(new URL('/v1.0/gateway/connections/open', origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ clientId, clientSecret, ua, subscriptions }),
    });
    const { endpoint, ticket } = await answer.json();
    this.dw_url = `${endpoint}?ticket=${ticket}`;
    return this;
  }
}

const client = new Client({ clientId, clientSecret });
client
  .registerCallbackListener('/v1.0/im/bot/messages/get', ({ headers, data }) => {
    client.socketCallBackResponse(headers.messageId, null);
    void sendCard(JSON.parse(data));
  })
  .registerCallbackListener('/v1.0/card/instances/callback', ({ headers, data }) => {
    client.socketCallBackResponse(headers.messageId, onCardCallback(JSON.parse(data)));
  });
await client.connect();
console.log('connected');
