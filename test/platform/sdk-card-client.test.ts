import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DtcardError } from '../../src/base/errors.js';
import { seededIds } from '../../src/base/ids.js';
import type { ApiCall, ApiObserver, CardClient } from '../../src/platform/card-client.js';
import { resolveEndpoints } from '../../src/platform/endpoints.js';
import { createHttp } from '../../src/platform/http.js';
import { createProxy } from '../../src/platform/proxy.js';
import { createSdkCardClient } from '../../src/platform/sdk-card-client.js';
import type { CardDraft } from '../../src/protocol/card-api.js';
import {
  cutOff,
  delivered,
  done,
  type HostileOpenApi,
  hang,
  json,
  refusal,
  reset,
  startHostileOpenApi,
  text,
  token,
} from '../support/hostile-openapi.js';
import { scaledClock } from '../support/scaled-clock.js';

const create = '/v1.0/card/instances/createAndDeliver';
const instances = '/v1.0/card/instances';
const streaming = '/v1.0/card/streaming';
const tokenPath = '/v1.0/oauth2/accessToken';

const draft: CardDraft = {
  cardTemplateId: 'T.schema',
  outTrackId: 'ot-1',
  openSpaceId: 'dtv1.card//IM_ROBOT.user1',
  cardParamMap: { title: '你好' },
};

let server: HostileOpenApi;
let observed: {
  calls: ApiCall[];
  failures: { path: string; attempt: number; code: string }[];
  uncertain: string[];
};
let cards: CardClient;

function client(origin = server.origin): CardClient {
  const clock = scaledClock();
  const observer: ApiObserver = {
    called: (call) => observed.calls.push(call),
    failed: (call, error) =>
      observed.failures.push({
        path: call.path,
        attempt: call.attempt,
        code: error instanceof DtcardError ? error.code : String(error),
      }),
    uncertain: (outTrackId, detail) => observed.uncertain.push(`${outTrackId} ${detail}`),
  };
  return createSdkCardClient({
    clock,
    ids: seededIds(),
    http: createHttp({ clock, proxy: createProxy({}) }),
    endpoints: resolveEndpoints(origin),
    clientId: 'dingclient',
    clientSecret: 'very-secret-value',
    observer,
  });
}

async function failure(promise: Promise<unknown>): Promise<DtcardError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof DtcardError) return error;
    throw error;
  }
  throw new Error('succeeded');
}

beforeEach(async () => {
  server = await startHostileOpenApi();
  observed = { calls: [], failures: [], uncertain: [] };
  cards = client();
});

afterEach(() => server.stop());

describe('a card that is created', () => {
  it('goes out as DingTalk wants it and tells where it was delivered', async () => {
    server.script(create, delivered);
    await expect(cards.createAndDeliver(draft)).resolves.toEqual({
      outTrackId: 'ot-1',
      deliverResults: [
        { spaceType: 'IM_ROBOT', spaceId: 'user1', success: true, carrierId: 'carrier' },
      ],
    });
    const [auth, call] = server.requests;
    expect(JSON.parse(auth?.body ?? '')).toEqual({
      appKey: 'dingclient',
      appSecret: 'very-secret-value',
    });
    expect(call?.method).toBe('POST');
    expect(call?.headers).toMatchObject({
      'x-acs-dingtalk-access-token': 'token-1',
      'content-type': 'application/json; charset=utf-8',
      accept: 'application/json',
    });
    expect(JSON.parse(call?.body ?? '')).toEqual({
      cardTemplateId: 'T.schema',
      outTrackId: 'ot-1',
      callbackType: 'STREAM',
      cardData: { cardParamMap: { title: '你好' } },
      openSpaceId: 'dtv1.card//IM_ROBOT.user1',
      userIdType: 1,
      imRobotOpenSpaceModel: { supportForward: true },
      imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT' },
    });
  });

  it('names the app as the robot of a group', async () => {
    server.script(create, delivered);
    await cards.createAndDeliver({ ...draft, openSpaceId: 'dtv1.card//IM_GROUP.cidAbc==' });
    expect(JSON.parse(server.requestsTo(create)[0]?.body ?? '')).toMatchObject({
      imGroupOpenDeliverModel: { robotCode: 'dingclient' },
    });
  });

  it('keeps private data', async () => {
    server.script(create, delivered);
    const privateData = { user1: { cardParamMap: { seen: 'true' } } };
    await cards.createAndDeliver({ ...draft, privateData });
    expect(JSON.parse(server.requestsTo(create)[0]?.body ?? '')).toMatchObject({ privateData });
  });

  it('is not an error when a delivery failed', async () => {
    const entry = {
      spaceType: 'IM_ROBOT',
      spaceId: 'cidX',
      success: false,
      errorMsg: 'spaceId is illegal',
    };
    server.script(
      create,
      json(200, { success: true, result: { outTrackId: 'ot-1', deliverResults: [entry] } }),
    );
    await expect(cards.createAndDeliver(draft)).resolves.toMatchObject({ deliverResults: [entry] });
  });

  it('shares one token with later calls', async () => {
    server.script(create, delivered);
    server.script(instances, done);
    await Promise.all([cards.createAndDeliver(draft), cards.createAndDeliver(draft)]);
    await cards.update({ outTrackId: 'ot-1', cardParamMap: { a: 'b' } });
    expect(server.requestsTo(tokenPath)).toHaveLength(1);
  });
});

describe('an update', () => {
  it('is a PUT with options and private data', async () => {
    server.script(instances, done);
    await cards.update({
      outTrackId: 'ot-1',
      cardParamMap: { status: 'done' },
      privateData: { u: { cardParamMap: { x: '1' } } },
      cardUpdateOptions: { updateCardDataByKey: true },
    });
    const [call] = server.requestsTo(instances);
    expect(call?.method).toBe('PUT');
    expect(JSON.parse(call?.body ?? '')).toEqual({
      outTrackId: 'ot-1',
      cardData: { cardParamMap: { status: 'done' } },
      privateData: { u: { cardParamMap: { x: '1' } } },
      cardUpdateOptions: { updateCardDataByKey: true },
      userIdType: 1,
    });
  });

  it('streams with all three flags, false ones too', async () => {
    server.script(streaming, done);
    const frame = {
      outTrackId: 'ot-1',
      guid: 'g',
      key: 'content',
      content: '',
      isFull: true,
      isFinalize: false,
      isError: false,
    };
    await cards.stream(frame);
    expect(JSON.parse(server.requestsTo(streaming)[0]?.body ?? '')).toEqual(frame);
  });

  it('that loses its connection is repeated, then reported as a network failure', async () => {
    server.script(instances, reset);
    expect((await failure(cards.update({ outTrackId: 'ot-1', cardParamMap: {} }))).code).toBe(
      'E3001',
    );
    expect(server.requestsTo(instances)).toHaveLength(3);
    expect(observed.uncertain).toEqual([]);
  });
});

describe('refusals', () => {
  it.each([
    [400, 'param.templateNotExist', 'E4001'],
    [500, 'unknownError', 'E4001'],
    [404, 'InvalidAction.NotFound', 'E4001'],
    [403, 'Forbidden.AccessDenied.IpNotInWhiteList', 'E4001'],
    [403, 'Forbidden.AccessDenied.ApiCountLimitForOrg', 'E4001'],
    [403, 'Forbidden.AccessDenied.AccessTokenPermissionDenied', 'E2004'],
  ])('%i %s is %s, said once', async (status, code, expected) => {
    server.script(create, refusal(status, code));
    const error = await failure(cards.createAndDeliver(draft));
    expect(error.code).toBe(expected);
    expect(error.fault).toMatchObject({ httpStatus: status, code, requestId: 'REQ-1' });
    expect(server.requestsTo(create)).toHaveLength(1);
    expect(observed.failures).toEqual([{ path: create, attempt: 1, code: expected }]);
  });

  it('names the scopes that are missing', async () => {
    server.script(
      create,
      refusal(403, 'Forbidden.AccessDenied.AccessTokenPermissionDenied', {
        accessdenieddetail: { requiredScopes: ['Card.Instance.Write'] },
      }),
    );
    const error = await failure(cards.createAndDeliver(draft));
    expect(error.params['scopes']).toBe('Card.Instance.Write');
    expect(error.fault?.requiredScopes).toEqual(['Card.Instance.Write']);
  });

  it('of the credentials are E2002 and end the call', async () => {
    server.script(tokenPath, refusal(400, 'invalidClientIdOrSecret'));
    expect((await failure(cards.createAndDeliver(draft))).code).toBe('E2002');
    expect(server.requestsTo(create)).toHaveLength(0);
    expect(server.requestsTo(tokenPath)).toHaveLength(1);
  });

  it.each([
    ['nothing in it', {}],
    ['a result of another shape', { success: true, result: true }],
    ['deliverResults that are no list', { success: true, result: { deliverResults: 'x' } }],
  ])('a 200 with %s is E4004', async (_what, body) => {
    server.script(create, json(200, body));
    expect((await failure(cards.createAndDeliver(draft))).code).toBe('E4004');
  });

  it('a token answer without a token is E4004', async () => {
    server.script(tokenPath, json(200, { expireIn: 7200 }));
    expect((await failure(cards.createAndDeliver(draft))).code).toBe('E4004');
  });

  it('does not repeat secrets that the server sent back', async () => {
    server.script(create, refusal(400, 'x', { message: 'bad very-secret-value and token-1' }));
    const error = await failure(cards.createAndDeliver(draft));
    expect(JSON.stringify([error.message, error.params, error.fault])).not.toMatch(
      /very-secret-value|token-1/,
    );
  });
});

describe('an answer that is not JSON', () => {
  it.each(['', '{"success":true,"resu'])('but %j is repeated: the card may exist', async (body) => {
    server.script(create, text(200, body, 'application/json'), delivered);
    await cards.createAndDeliver(draft);
    expect(server.requestsTo(create)).toHaveLength(2);
    expect(observed.uncertain).toHaveLength(1);
  });

  it('is E3003 and not repeated', async () => {
    server.script(create, text(200, '<!DOCTYPE html><title>Login</title>'));
    expect((await failure(cards.createAndDeliver(draft))).code).toBe('E3003');
    expect(server.requestsTo(create)).toHaveLength(1);
  });
});

describe('a token that is no longer good', () => {
  it.each([
    ['400 InvalidAuthentication', refusal(400, 'InvalidAuthentication')],
    ['401', refusal(401, 'Unauthorized')],
    ['errcode 40014 in a 200', json(200, { errcode: 40014, errmsg: '不合法的access_token' })],
    ['errcode 88 with sub_code 40014', json(200, { errcode: 88, sub_code: '40014', sub_msg: 'x' })],
  ])('%s: the call is repeated once with a new one', async (_what, reply) => {
    server.script(create, reply, delivered);
    await cards.createAndDeliver(draft);
    const tokens = server.requestsTo(create).map((r) => r.headers['x-acs-dingtalk-access-token']);
    expect(tokens).toEqual(['token-1', 'token-2']);
    expect(observed.failures.map((call) => call.attempt)).toEqual([1]);
    expect(observed.calls.at(-1)).toMatchObject({ path: create, attempt: 2, status: 200 });
  });

  it('twice in a row is E2002', async () => {
    server.script(create, refusal(400, 'InvalidAuthentication'));
    expect((await failure(cards.createAndDeliver(draft))).code).toBe('E2002');
    expect(server.requestsTo(create)).toHaveLength(2);
  });
});

describe('a busy platform', () => {
  it.each([
    ['QPS', refusal(403, 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi')],
    ['QPM', refusal(403, 'Forbidden.AccessDenied.QpmLimitForAppkeyAndApi')],
    ['429', refusal(429, 'system.busy')],
    ['500 system.busy', refusal(500, 'system.busy')],
    ['503', text(503, '<html>Service Unavailable</html>')],
  ])('%s: the call is repeated after a pause', async (_what, reply) => {
    server.script(create, reply, reply, delivered);
    await cards.createAndDeliver(draft);
    expect(server.requestsTo(create)).toHaveLength(3);
    expect(observed.failures.map((call) => call.attempt)).toEqual([1, 2]);
    expect(observed.uncertain).toEqual([]);
  });

  it('is given up after four attempts', async () => {
    server.script(create, refusal(500, 'system.busy'));
    const error = await failure(cards.createAndDeliver(draft));
    expect(error.code).toBe('E4001');
    expect(error.fault?.code).toBe('system.busy');
    expect(server.requestsTo(create)).toHaveLength(4);
  });

  it('that cannot give a token is asked again too', async () => {
    server.script(tokenPath, refusal(503, 'system.busy'), token());
    server.script(create, delivered);
    await cards.createAndDeliver(draft);
    expect(server.requestsTo(tokenPath)).toHaveLength(2);
  });
});

describe('silence after the request went out', () => {
  it.each([
    ['a reset', reset, 'read ECONNRESET'],
    ['a hang', hang, 'no answer within 10 s'],
    ['an answer that breaks off', cutOff, 'truncated'],
    ['a gateway timeout', text(504, '<html></html>'), 'HTTP 504, HTML page'],
  ])('%s: repeated with the same outTrackId, and told', async (_what, reply, detail) => {
    server.script(create, reply, delivered);
    await cards.createAndDeliver(draft);
    const ids = server.requestsTo(create).map((r) => (JSON.parse(r.body) as CardDraft).outTrackId);
    expect(ids).toEqual(['ot-1', 'ot-1']);
    expect(observed.uncertain).toHaveLength(1);
    expect(observed.uncertain[0]).toBe(`ot-1 ${detail}`);
  });

  it('to the end is E4003: the card may exist', async () => {
    server.script(create, reset);
    const error = await failure(cards.createAndDeliver(draft));
    expect(error.code).toBe('E4003');
    expect(error.params).toMatchObject({ outTrackId: 'ot-1', reason: 'silent' });
    expect(server.requestsTo(create)).toHaveLength(3);
  });

  it('then «exists already» is E4003: the card does exist', async () => {
    server.script(create, reset, refusal(400, 'param.cardAlreadyExist'));
    const error = await failure(cards.createAndDeliver(draft));
    expect(error.code).toBe('E4003');
    expect(error.params['reason']).toBe('exists');
  });

  it('then a refusal is that refusal: the card was never made', async () => {
    server.script(create, reset, refusal(400, 'param.templateNotExist'));
    expect((await failure(cards.createAndDeliver(draft))).code).toBe('E4001');
  });

  it('then throttling to the end is E4003', async () => {
    server.script(create, reset, refusal(403, 'Forbidden.AccessDenied.QpsLimitForApi'));
    expect((await failure(cards.createAndDeliver(draft))).code).toBe('E4003');
  });

  it('of the token endpoint leaves nothing open about the card', async () => {
    server.script(tokenPath, reset);
    expect((await failure(cards.createAndDeliver(draft))).code).toBe('E3001');
    expect(observed.uncertain).toEqual([]);
    expect(server.requestsTo(create)).toHaveLength(0);
  });
});

describe('nobody there', () => {
  it('is E3001 at once', async () => {
    await server.stop();
    const error = await failure(client().createAndDeliver(draft));
    expect(error.code).toBe('E3001');
    expect(observed.failures).toHaveLength(1);
  });
});

describe('warming up', () => {
  it('fetches the token the first card uses', async () => {
    server.script(create, delivered);
    await cards.warmUp();
    expect(server.requestsTo(tokenPath)).toHaveLength(1);
    await cards.createAndDeliver(draft);
    expect(server.requestsTo(tokenPath)).toHaveLength(1);
  });

  it('fails silently, but for the observer', async () => {
    server.script(tokenPath, refusal(400, 'invalidClientIdOrSecret'));
    await cards.warmUp();
    expect(observed.failures).toEqual([{ path: tokenPath, attempt: 1, code: 'E2002' }]);
  });
});
