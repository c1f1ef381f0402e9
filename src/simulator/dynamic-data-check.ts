import { isJsonObject, type JsonObject, type JsonValue } from '../base/json-text.js';
import { done, type Outcome, refuse } from './api-error.js';
import type { ApiCall } from './api-gate.js';

const strategies = new Set<JsonValue>(['NONE', 'INTERVAL', 'ONCE', 'RENDER']);
const units = new Set<JsonValue>(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']);

/** `openDynamicDataConfig` (card-openapi §2.2, §8 item 58). */
export function checkDynamicData(call: ApiCall): Outcome<true> {
  const config = call.body['openDynamicDataConfig'];
  if (config === undefined || config === null) return done(true);
  if (!isJsonObject(config)) return refuse('param.invalid');
  const sources = config['dynamicDataSourceConfigs'] ?? [];
  if (!Array.isArray(sources)) return refuse('param.invalid');
  for (const source of sources as readonly JsonValue[]) {
    if (!isJsonObject(source)) return refuse('param.invalid');
    const checked = checkSource(call, source);
    if (!checked.ok) return checked;
  }
  return done(true);
}

function checkSource(call: ApiCall, source: JsonObject): Outcome<true> {
  if (!source['dynamicDataSourceId']) return refuse('param.dynamicSourceIdEmpty');
  const pull = source['pullConfig'];
  if (!isJsonObject(pull)) return refuse('param.dynamicDataPullConfigEmpty');
  const { pullStrategy, interval, timeUnit } = pull;
  if (!pullStrategy) return refuse('param.dynamicDataSourcePullStrategyEmpty');
  if (!strategies.has(pullStrategy)) return refuse('param.invalid');
  if (pullStrategy !== 'INTERVAL') return done(true);
  if (typeof interval !== 'number' || !Number.isInteger(interval) || interval < 1) {
    return refuse('param.dynamicDataPullIntervalInvalid');
  }
  if (timeUnit === undefined || !units.has(timeUnit)) {
    return refuse('param.dynamicDataPullIntervalTimeUnitInvalid');
  }
  if (timeUnit === 'SECONDS' && interval < 3) return refuse('param.dynamicDataPullIntervalInvalid');
  if (timeUnit === 'SECONDS' && interval < 6) {
    call.warn(
      'short-interval',
      'one page documents 6 s as the shortest pull interval, another 3 s',
    );
  }
  return done(true);
}
