import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/base/json-text.js';
import { paths, toPerson } from '../support/card-bodies.js';
import { createOpenApi } from '../support/create-openapi.js';

function withSource(source: JsonObject): JsonObject {
  return toPerson({ openDynamicDataConfig: { dynamicDataSourceConfigs: [source] } });
}
const interval = (parts: JsonObject) => ({
  dynamicDataSourceId: 'd',
  pullConfig: { pullStrategy: 'INTERVAL', interval: 10, timeUnit: 'SECONDS', ...parts },
});

test.each([
  [{ dynamicDataSourceId: '' }, 'param.dynamicSourceIdEmpty'],
  [{ dynamicDataSourceId: 'd' }, 'param.dynamicDataPullConfigEmpty'],
  [{ dynamicDataSourceId: 'd', pullConfig: {} }, 'param.dynamicDataSourcePullStrategyEmpty'],
  [{ dynamicDataSourceId: 'd', pullConfig: { pullStrategy: 'LATER' } }, 'param.invalid'],
  [interval({ interval: null }), 'param.dynamicDataPullIntervalInvalid'],
  [interval({ interval: 2 }), 'param.dynamicDataPullIntervalInvalid'],
  [interval({ timeUnit: null }), 'param.dynamicDataPullIntervalTimeUnitInvalid'],
  [interval({ timeUnit: 'WEEKS' }), 'param.dynamicDataPullIntervalTimeUnitInvalid'],
])('§8 item 58: %j is %s', async (source, code) => {
  const answer = await createOpenApi().call('POST', paths.create, withSource(source));
  expect([answer.status, answer.json['code']]).toEqual([400, code]);
});

test.each([
  interval({}),
  interval({ interval: 1, timeUnit: 'MINUTES' }),
  { dynamicDataSourceId: 'd', pullConfig: { pullStrategy: 'RENDER' } },
])('§8 item 58: %j is accepted', async (source) => {
  const answer = await createOpenApi().call('POST', paths.create, withSource(source));
  expect(answer.status).toBe(200);
});

test('§9 no. 10: between 3 and 6 seconds it is accepted with a warning', async () => {
  const api = createOpenApi();
  expect((await api.call('POST', paths.create, withSource(interval({ interval: 3 })))).status).toBe(
    200,
  );
  expect(api.warnings()).toContain('short-interval');
});
