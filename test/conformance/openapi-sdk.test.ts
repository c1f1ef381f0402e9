import { createRequire } from 'node:module';
import type * as CardSdk from '@alicloud/dingtalk/dist/card_1_0/client.js';
import type * as OauthSdk from '@alicloud/dingtalk/dist/oauth2_1_0/client.js';
import type * as RobotSdk from '@alicloud/dingtalk/dist/robot_1_0/client.js';
import type * as OpenApiClient from '@alicloud/openapi-client';
import type * as TeaUtil from '@alicloud/tea-util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtinCredentials } from '../../src/base/builtin-credentials.js';
import { createWorld } from '../../src/simulator/world.js';
import { groupId, robotCode, someTemplate } from '../support/card-bodies.js';
import { createOpenApi, type Listening, listen, type OpenApi } from '../support/create-openapi.js';

// CommonJS, loaded as such: what `default` is in an ESM import depends on the loader.
const require = createRequire(import.meta.url);
const cardSdk = require('@alicloud/dingtalk/dist/card_1_0/client.js') as typeof CardSdk.default;
const oauthSdk = require('@alicloud/dingtalk/dist/oauth2_1_0/client.js') as typeof OauthSdk.default;
const robotSdk = require('@alicloud/dingtalk/dist/robot_1_0/client.js') as typeof RobotSdk.default;
const { RuntimeOptions } = require('@alicloud/tea-util') as typeof TeaUtil;
const { Config } = require('@alicloud/openapi-client') as typeof OpenApiClient;

let api: OpenApi;
let server: Listening;
let card: InstanceType<typeof cardSdk.default>;
let oauth: InstanceType<typeof oauthSdk.default>;
let robot: InstanceType<typeof robotSdk.default>;
const runtime = new RuntimeOptions({ connectTimeout: 5000, readTimeout: 5000 });

function clientsFor(host: string) {
  const config = () => new Config({ protocol: 'http', regionId: 'central', endpoint: host });
  card = new cardSdk.default(config());
  oauth = new oauthSdk.default(config());
  robot = new robotSdk.default(config());
}

beforeAll(async () => {
  const world = createWorld();
  const limited = {
    clientId: 'dinglimited',
    clientSecret: 'limited-secret',
    robotCode: 'dinglimited',
    name: 'B',
    scopes: ['Card.Instance.Write'],
  };
  api = createOpenApi({ world: { ...world, apps: [...world.apps, limited] } });
  server = await listen(api.app);
  clientsFor(server.host);
});
afterAll(() => server.close());

async function accessToken(): Promise<string> {
  const { clientId: appKey, clientSecret: appSecret } = builtinCredentials;
  const answer = await oauth.getAccessToken(
    new oauthSdk.GetAccessTokenRequest({ appKey, appSecret }),
  );
  expect(answer.body).toMatchObject({ expireIn: 7200 });
  return answer.body?.accessToken ?? '';
}

/** What the SDK throws (card-openapi §7.5). */
async function thrownBy(call: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await call;
  } catch (error) {
    return error as Record<string, unknown>;
  }
  throw new Error('nothing was thrown');
}

describe('§8 item 101: the unmodified TypeScript SDK', () => {
  test('token, create and deliver, update, streaming', async () => {
    const xAcsDingtalkAccessToken = await accessToken();
    const created = await card.createAndDeliverWithOptions(
      new cardSdk.CreateAndDeliverRequest({
        cardTemplateId: someTemplate,
        outTrackId: 'sdk_1',
        callbackType: 'STREAM',
        cardData: { cardParamMap: { title: '请审批', status: 'new' } },
        privateData: { manager01: { cardParamMap: { canVote: 'true' } } },
        openSpaceId: `dtv1.card//IM_GROUP.${groupId};IM_ROBOT.manager01`,
        imGroupOpenSpaceModel: { supportForward: true },
        imGroupOpenDeliverModel: { robotCode },
        imRobotOpenSpaceModel: { supportForward: true },
        imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT' },
      }),
      new cardSdk.CreateAndDeliverHeaders({ xAcsDingtalkAccessToken }),
      runtime,
    );
    expect(created.body?.success).toBe(true);
    expect(created.body?.result?.outTrackId).toBe('sdk_1');
    const deliveries = created.body?.result?.deliverResults?.map((entry) => [
      entry.spaceType,
      entry.spaceId,
      entry.success,
      typeof entry.carrierId,
    ]);
    expect(deliveries).toEqual([
      ['IM_GROUP', groupId, true, 'string'],
      ['IM_ROBOT', 'manager01', true, 'string'],
    ]);

    const updated = await card.updateCardWithOptions(
      new cardSdk.UpdateCardRequest({
        outTrackId: 'sdk_1',
        cardData: { cardParamMap: { status: '已同意' } },
        cardUpdateOptions: { updateCardDataByKey: true },
      }),
      new cardSdk.UpdateCardHeaders({ xAcsDingtalkAccessToken }),
      runtime,
    );
    expect(updated.body).toMatchObject({ success: true, result: true });

    const streamed = await card.streamingUpdateWithOptions(
      new cardSdk.StreamingUpdateRequest({
        outTrackId: 'sdk_1',
        guid: 'g1',
        key: 'content',
        content: '# 完成',
        isFull: true,
        isFinalize: true,
        isError: false,
      }),
      new cardSdk.StreamingUpdateHeaders({ xAcsDingtalkAccessToken }),
      runtime,
    );
    expect(streamed.body).toMatchObject({ success: true, result: true });
    expect(api.context.cards.viewOf('sdk_1', 'manager01')).toEqual({
      title: '请审批',
      status: '已同意',
      content: '# 完成',
      canVote: 'true',
    });
  });

  test('create, then deliver: a text and a list as results', async () => {
    const xAcsDingtalkAccessToken = await accessToken();
    const created = await card.createCardWithOptions(
      new cardSdk.CreateCardRequest({
        cardTemplateId: someTemplate,
        outTrackId: 'sdk_2',
        cardData: { cardParamMap: { a: '1' } },
        imRobotOpenSpaceModel: { supportForward: true },
      }),
      new cardSdk.CreateCardHeaders({ xAcsDingtalkAccessToken }),
      runtime,
    );
    expect(created.body).toMatchObject({ success: true, result: 'sdk_2' });
    const delivered = await card.deliverCardWithOptions(
      new cardSdk.DeliverCardRequest({
        outTrackId: 'sdk_2',
        openSpaceId: 'dtv1.card//IM_ROBOT.nobody',
        imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT' },
      }),
      new cardSdk.DeliverCardHeaders({ xAcsDingtalkAccessToken }),
      runtime,
    );
    expect(delivered.body?.result).toMatchObject([
      { spaceType: 'IM_ROBOT', success: false, errorMsg: 'spaceId is illegal' },
    ]);
  });

  test('the token call with a corpId', async () => {
    const answer = await oauth.getToken(
      api.context.world.corpId,
      new oauthSdk.GetTokenRequest({
        clientId: builtinCredentials.clientId,
        clientSecret: builtinCredentials.clientSecret,
        grantType: 'client_credentials',
      }),
    );
    expect(answer.body).toMatchObject({ accessToken: await accessToken(), expiresIn: 7200 });
  });

  test('a robot message', async () => {
    const answer = await robot.batchSendOTOWithOptions(
      new robotSdk.BatchSendOTORequest({
        robotCode,
        userIds: ['manager01', 'nobody'],
        msgKey: 'sampleText',
        msgParam: '{"content":"你好"}',
      }),
      new robotSdk.BatchSendOTOHeaders({ xAcsDingtalkAccessToken: await accessToken() }),
      runtime,
    );
    expect(answer.body?.invalidStaffIdList).toEqual(['nobody']);
    expect(answer.body?.processQueryKey).toMatch(/.+/);
  });

  test('§8 items 6 and 93: a missing permission is thrown with the scopes it needs', async () => {
    const error = await thrownBy(
      card.streamingUpdateWithOptions(
        new cardSdk.StreamingUpdateRequest({ outTrackId: 'x', guid: 'g', key: 'k', content: 'c' }),
        new cardSdk.StreamingUpdateHeaders({ xAcsDingtalkAccessToken: api.token('dinglimited') }),
        runtime,
      ),
    );
    expect(error).toMatchObject({
      code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
      statusCode: 403,
      accessDeniedDetail: { requiredScopes: ['Card.Streaming.Write'] },
      data: { requestid: expect.stringMatching(/^[0-9A-F-]{36}$/) as string },
    });
  });

  test('§7.5: a refusal is thrown with DingTalk’s code', async () => {
    const error = await thrownBy(
      card.updateCardWithOptions(
        new cardSdk.UpdateCardRequest({
          outTrackId: 'none',
          cardData: { cardParamMap: { a: '1' } },
        }),
        new cardSdk.UpdateCardHeaders({ xAcsDingtalkAccessToken: await accessToken() }),
        runtime,
      ),
    );
    expect(error).toMatchObject({ code: 'param.cardNotExist', statusCode: 400 });
    expect(error['message']).toMatch(
      /^param\.cardNotExist: code: 400, param\.cardNotExist request id: /,
    );
  });

  test('§7.5: wrong credentials and pages that are no JSON', async () => {
    const pair = { appKey: builtinCredentials.clientId, appSecret: 'wrong' };
    const refused = await thrownBy(oauth.getAccessToken(new oauthSdk.GetAccessTokenRequest(pair)));
    expect(refused).toMatchObject({ code: 'invalidClientIdOrSecret', statusCode: 400 });
    api.context.faults.add({
      path: '/v1.0/oauth2/*',
      skip: 0,
      times: 1,
      action: { kind: 'htmlBan' },
    });
    const banned = await thrownBy(oauth.getAccessToken(new oauthSdk.GetAccessTokenRequest(pair)));
    expect(banned['name']).toBe('SyntaxError');
  });
});
