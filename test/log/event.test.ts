import { expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { eventVersion } from '../../src/log/event.js';
import { createEventLog } from '../../src/log/event-log.js';
import { callbackReceived } from '../support/event-builders.js';

it('events are plain data of version 1: JSON and back gives the same event', () => {
  const log = createEventLog({ clock: new ManualClock() });
  const [event] = log.append(callbackReceived('e1', { params: { 选择: [1, true, null] } }));
  expect(event?.v).toBe(eventVersion);
  expect(eventVersion).toBe(1);
  expect(JSON.parse(JSON.stringify(event))).toEqual(event);
});
