// The least a bot on the official package can be. `getEndpoint` is overridden because the package
// knows no other host than DingTalk's; everything else is as installed.
import http from 'node:http';
import { DWClient } from 'dingtalk-stream';

const origin = process.env.DTCARD_API;

class Bot extends DWClient {
  async getEndpoint() {
    const { clientId, clientSecret, ua, subscriptions } = this.config;
    const body = JSON.stringify({ clientId, clientSecret, ua, subscriptions });
    const { endpoint, ticket } = await post(`${origin}/v1.0/gateway/connections/open`, body);
    this.dw_url = `${endpoint}?ticket=${ticket}`;
    return this;
  }
}

function post(url, body) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const request = http.request(url, { method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve(JSON.parse(text)));
    });
    request.on('error', reject);
    request.end(body);
  });
}

const bot = new Bot({
  clientId: process.env.DTCARD_CLIENT_ID,
  clientSecret: process.env.DTCARD_CLIENT_SECRET,
});

bot.registerCallbackListener('/v1.0/card/instances/callback', (message) => {
  const callback = JSON.parse(message.data);
  const { actionIds } = JSON.parse(callback.content).cardPrivateData;
  if (!actionIds.includes('agree')) return;
  bot.socketCallBackResponse(message.headers.messageId, {
    cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
    cardData: { cardParamMap: { status: '已同意' } },
  });
});

await bot.connect();
