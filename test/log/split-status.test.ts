import { expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { createEventLog } from '../../src/log/event-log.js';
import { createSplitProjection } from '../../src/log/split-status.js';

it('keeps each sign once, the newest last', () => {
  const log = createEventLog({ clock: new ManualClock() });
  const projection = log.project(createSplitProjection());
  expect(projection.read()).toEqual([]);
  log.append(
    { type: 'split.suspected', sign: 'other-watch', params: { pid: 1 } },
    { type: 'split.suspected', sign: 'old-delivery', params: { ageMs: 9 } },
    { type: 'split.suspected', sign: 'other-watch', params: { pid: 2 } },
  );
  expect(projection.read().map(({ sign, params }) => [sign, params])).toEqual([
    ['old-delivery', { ageMs: 9 }],
    ['other-watch', { pid: 2 }],
  ]);
  expect(projection.version).toBe(3);
});
