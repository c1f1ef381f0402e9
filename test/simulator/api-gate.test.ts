import { describe, expect, test } from 'vitest';
import { createWorld, type World } from '../../src/simulator/world.js';
import { paths, toPerson, without } from '../support/card-bodies.js';
import { createOpenApi } from '../support/create-openapi.js';

const UUID_7 = /^[0-9A-F]{8}-[0-9A-F]{4}-7[0-9A-F]{3}-[0-9A-F]{4}-[0-9A-F]{12}$/;
const json = { 'content-type': 'application/json' };

function worldWithScopes(...scopes: string[]): World {
  const world = createWorld();
  return { ...world, apps: world.apps.map((app) => ({ ...app, scopes })) };
}

describe('transport', () => {
  test.each([
    'application/json',
    'application/json;charset=utf-8',
    'application/json; charset=UTF-8',
    'APPLICATION/JSON ;  Charset="utf-8"',
  ])('§8 item 1: content type %s is JSON', async (contentType) => {
    const api = createOpenApi();
    const answer = await api.raw(paths.create, {
      method: 'POST',
      headers: { 'content-type': contentType, 'x-acs-dingtalk-access-token': api.token() },
      body: JSON.stringify(toPerson()),
    });
    expect(answer.json).toEqual({ success: true, result: 'ot_1' });
  });

  test('§8 item 1: a chunked body is read', async () => {
    const api = createOpenApi();
    const bytes = new TextEncoder().encode(JSON.stringify(toPerson()));
    const chunks = [bytes.slice(0, 11), bytes.slice(11, 12), bytes.slice(12)];
    const answer = await api.raw(paths.create, {
      method: 'POST',
      headers: { ...json, 'x-acs-dingtalk-access-token': api.token() },
      body: new ReadableStream({
        pull(controller) {
          const chunk = chunks.shift();
          if (chunk) controller.enqueue(chunk);
          else controller.close();
        },
      }),
      duplex: 'half',
    } as RequestInit);
    expect(answer.status).toBe(200);
    expect(api.context.cards.get('ot_1')?.cardParamMap['title']).toBe('你好');
  });

  test('§8 item 2: success has neither code nor requestid, an error has three lower-case keys', async () => {
    const api = createOpenApi();
    const good = await api.call('POST', paths.create, toPerson());
    expect(Object.keys(good.json).sort()).toEqual(['result', 'success']);
    expect(good.headers.get('content-type')).toBe('application/json;charset=utf-8');
    const bad = await api.call('POST', paths.create, toPerson({ outTrackId: '' }));
    expect(Object.keys(bad.json).sort()).toEqual(['code', 'message', 'requestid']);
    expect(bad.json['requestid']).toMatch(UUID_7);
    expect(bad.headers.get('content-type')).toBe('application/json;charset=utf-8');
  });

  test('§8 item 16: unknown fields are ignored', async () => {
    const api = createOpenApi();
    const body = toPerson({ processQueryKey: 'x', nested: { a: [1] } });
    expect((await api.call('POST', paths.create, body)).status).toBe(200);
  });
});

describe('who calls', () => {
  const missing = {
    code: 'AuthenticationFailed.MissingParameter',
    message: '缺少参数：x-acs-dingtalk-access-token',
  };

  test.each([
    ['POST', paths.create],
    ['POST', paths.deliver],
    ['POST', paths.createAndDeliver],
    ['PUT', paths.create],
    ['PUT', paths.spaces],
    ['PUT', paths.streaming],
    ['POST', paths.batchSend],
    ['POST', paths.groupSend],
  ])('§8 item 3: %s %s without a token header', async (method, path) => {
    const answer = await createOpenApi().raw(path, { method, headers: json, body: '{}' });
    expect([answer.status, answer.json]).toEqual([400, expect.objectContaining(missing)]);
  });

  test('§8 item 4: Bearer and access_token in the query are no token', async () => {
    const api = createOpenApi();
    const answer = await api.raw(`${paths.create}?access_token=${api.token()}`, {
      method: 'POST',
      headers: { ...json, authorization: `Bearer ${api.token()}` },
      body: '{}',
    });
    expect([answer.status, answer.json]).toEqual([400, expect.objectContaining(missing)]);
  });

  test('§8 item 5: an unknown and an expired token are refused with 400, not 401', async () => {
    const api = createOpenApi();
    const old = api.token();
    api.clock.advance(7_200_000);
    for (const token of ['garbage', old]) {
      const answer = await api.call('POST', paths.create, toPerson(), token);
      expect(answer.status).toBe(400);
      expect(answer.json).toMatchObject({
        code: 'InvalidAuthentication',
        message: '不合法的access_token',
      });
    }
  });

  test.each([
    ['POST', paths.create, 'Card.Instance.Write'],
    ['PUT', paths.streaming, 'Card.Streaming.Write'],
    ['POST', paths.batchSend, 'qyapi_robot_sendmsg'],
  ])('§8 item 6: %s %s needs %s and says so', async (method, path, scope) => {
    const api = createOpenApi({ world: worldWithScopes('AIInteraction.Card.Write') });
    const answer = await api.call(method, path, {});
    expect(answer.status).toBe(403);
    expect(answer.json).toMatchObject({
      code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
      accessdenieddetail: { requiredScopes: [scope] },
    });
  });

  test('§8 item 93: Card.Instance.Write alone does not stream', async () => {
    const api = createOpenApi({ world: worldWithScopes('Card.Instance.Write') });
    expect((await api.call('POST', paths.create, toPerson())).status).toBe(200);
    const answer = await api.call('PUT', paths.streaming, {});
    expect(answer.json['accessdenieddetail']).toEqual({ requiredScopes: ['Card.Streaming.Write'] });
  });

  test('§8 item 7: an address outside the IP list', async () => {
    const api = createOpenApi({ settings: { ipNotInWhiteList: true } });
    const answer = await api.call('POST', paths.create, toPerson());
    expect([answer.status, answer.json['code'], answer.json['message']]).toEqual([
      403,
      'Forbidden.AccessDenied.IpNotInWhiteList',
      '访问ip不在白名单之中',
    ]);
  });

  test('§8 item 8: the 21st call in one second is refused, the next second passes', async () => {
    const api = createOpenApi({ settings: { qpsLimit: 20 } });
    api.clock.advance(1000 - (api.clock.now() % 1000));
    const statuses: number[] = [];
    for (let n = 0; n < 21; n++) {
      const answer = await api.call('POST', paths.create, toPerson({ outTrackId: `ot_${n}` }));
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([...Array<number>(20).fill(200), 403]);
    const refused = await api.call('POST', paths.create, toPerson());
    expect(refused.json['code']).toBe('Forbidden.AccessDenied.QpsLimitForAppkeyAndApi');
    expect((await api.call('PUT', paths.spaces, { outTrackId: 'ot_0' })).status).not.toBe(403);
    api.clock.advance(1000);
    expect((await api.call('POST', paths.create, toPerson())).status).toBe(200);
  });

  test('§8 item 9: the quota of the month used up', async () => {
    const api = createOpenApi({ settings: { monthlyQuotaUsed: true } });
    const answer = await api.call('POST', paths.create, toPerson());
    expect([answer.status, answer.json['code']]).toEqual([
      403,
      'Forbidden.AccessDenied.ApiCountLimitForOrg',
    ]);
  });

  test('§1.6: each check comes before the next', async () => {
    const api = createOpenApi({
      world: worldWithScopes(),
      settings: { ipNotInWhiteList: true, monthlyQuotaUsed: true, qpsLimit: 1 },
    });
    const codes: unknown[] = [];
    const step = async (token = api.token(), body = 'no json') => {
      const answer = await api.raw(paths.create, {
        method: 'POST',
        headers: { ...json, ...(token !== '' && { 'x-acs-dingtalk-access-token': token }) },
        body,
      });
      codes.push(answer.json['code']);
    };
    await step('');
    await step('wrong');
    await step();
    api.context.settings = { ...api.context.settings, ipNotInWhiteList: false };
    await step();
    expect(codes).toEqual([
      'AuthenticationFailed.MissingParameter',
      'InvalidAuthentication',
      'Forbidden.AccessDenied.IpNotInWhiteList',
      'Forbidden.AccessDenied.AccessTokenPermissionDenied',
    ]);

    const allowed = createOpenApi({ settings: { monthlyQuotaUsed: true, qpsLimit: 1 } });
    const next = async (body: string) => {
      const answer = await allowed.raw(paths.create, {
        method: 'POST',
        headers: { ...json, 'x-acs-dingtalk-access-token': allowed.token() },
        body,
      });
      return answer.json['code'];
    };
    expect(await next('no json')).toBe('Forbidden.AccessDenied.ApiCountLimitForOrg');
    allowed.context.settings = { ...allowed.context.settings, monthlyQuotaUsed: false };
    expect(await next('no json')).toBe('Invalidbody');
    expect(await next('no json')).toBe('Forbidden.AccessDenied.QpsLimitForAppkeyAndApi');
    allowed.context.settings = { ...allowed.context.settings, qpsLimit: 0 };
    expect(await next('{"outTrackId":""}')).toBe('MissingcardTemplateId');
    expect(await next(JSON.stringify(toPerson({ outTrackId: '' })))).toBe('param.outTrackIdEmpty');
  });
});

describe('the body', () => {
  test.each([
    ['no body', json, undefined],
    ['a blank body', json, '  '],
    ['another content type', { 'content-type': 'text/plain' }, '{}'],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=b'],
  ])('§8 item 13: %s', async (_name, headers, body) => {
    const api = createOpenApi();
    const answer = await api.raw(paths.create, {
      method: 'POST',
      headers: { ...headers, 'x-acs-dingtalk-access-token': api.token() },
      ...(body !== undefined && { body }),
    });
    expect([answer.status, answer.json['code'], answer.json['message']]).toEqual([
      400,
      'Missingbody',
      'body is mandatory for this action.',
    ]);
  });

  test.each(['{"a":', '[1]', 'null', '"text"', '{"a":01}', `${'['.repeat(5000)}`])(
    '§8 item 14: %.20s is no body',
    async (body) => {
      const api = createOpenApi();
      const answer = await api.raw(paths.create, {
        method: 'POST',
        headers: { ...json, 'x-acs-dingtalk-access-token': api.token() },
        body,
      });
      expect([answer.status, answer.json['code'], answer.json['message']]).toEqual([
        400,
        'Invalidbody',
        'Specified parameter body is not valid. JSON parsing error',
      ]);
    },
  );

  test.each([
    ['POST', paths.create, toPerson(), ['cardTemplateId', 'outTrackId', 'cardData']],
    [
      'POST',
      paths.createAndDeliver,
      toPerson(),
      ['cardTemplateId', 'outTrackId', 'cardData', 'openSpaceId'],
    ],
    ['POST', paths.deliver, toPerson(), ['outTrackId', 'openSpaceId']],
    ['PUT', paths.create, toPerson(), ['outTrackId']],
    ['PUT', paths.spaces, toPerson(), ['outTrackId']],
    [
      'PUT',
      paths.streaming,
      { outTrackId: 'a', guid: 'b', key: 'c', content: 'd' },
      ['outTrackId', 'guid', 'key', 'content'],
    ],
  ])('§8 items 15, 40–43, 87, 88: %s %s names the first field that is absent', async (...row) => {
    const [method, path, body, fields] = row;
    const api = createOpenApi();
    for (const [at, field] of fields.entries()) {
      const answer = await api.call(method, path, without(body, ...fields.slice(at)));
      expect([answer.status, answer.json['code'], answer.json['message']]).toEqual([
        400,
        `Missing${field}`,
        `${field} is mandatory for this action.`,
      ]);
      const withNull = await api.call(method, path, { ...body, [field]: null });
      expect(withNull.json['code']).toBe(`Missing${field}`);
    }
  });
});
