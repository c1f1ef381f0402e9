import { expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { createEventLog } from '../../src/log/event-log.js';
import { createForwardStatusProjection } from '../../src/log/forward-status.js';

const url = 'http://127.0.0.1:8080/cards';

it('knows how the service is doing since when, and nothing where nothing is forwarded', () => {
  const clock = new ManualClock(1000);
  const log = createEventLog({ clock });
  const projection = log.project(createForwardStatusProjection());
  expect(projection.read()).toMatchObject({ state: 'unknown' });
  expect(projection.read().url).toBeUndefined();
  log.append({ type: 'callback.forwarded', exchangeId: 'e1', url, attempt: 1 });
  expect(projection.read()).toMatchObject({ url, state: 'unknown' });
  clock.advance(500);
  log.append({ type: 'forward.health', url, state: 'down', detail: 'ECONNREFUSED' });
  expect(projection.read()).toEqual({ url, state: 'down', detail: 'ECONNREFUSED', atMs: 1500 });
  const { version } = projection;
  log.append({ type: 'callback.forwarded', exchangeId: 'e2', url, attempt: 1 });
  expect(projection.version).toBe(version);
  log.append({ type: 'forward.health', url, state: 'ok' });
  expect(projection.read()).toMatchObject({ state: 'ok', detail: '' });
});
