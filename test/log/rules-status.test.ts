import { expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { createEventLog } from '../../src/log/event-log.js';
import { createRulesStatusProjection } from '../../src/log/rules-status.js';

const problems = [{ line: 3, column: 5, message: 'unknown key' }];

it('keeps the count of the rules in force while the file is broken', () => {
  const log = createEventLog({ clock: new ManualClock() });
  const projection = log.project(createRulesStatusProjection());
  expect(projection.read()).toEqual({ count: 0, problems: [], isOn: true, isGuarded: false });
  log.append({ type: 'rules.loaded', file: 'r.yaml', count: 3 });
  log.append({ type: 'rules.rejected', file: 'r.yaml', problems, keptPrevious: true });
  expect(projection.read()).toMatchObject({ file: 'r.yaml', count: 3, problems });
  log.append({ type: 'rules.loaded', file: 'r.yaml', count: 4 });
  expect(projection.read()).toMatchObject({ file: 'r.yaml', count: 4, problems: [] });
  expect(projection.version).toBe(3);
});

it('has no rules when the first file was broken', () => {
  const log = createEventLog({ clock: new ManualClock() });
  const projection = log.project(createRulesStatusProjection());
  log.append({ type: 'rules.rejected', file: 'r.yaml', problems, keptPrevious: false });
  expect(projection.read()).toMatchObject({ count: 0, problems });
});

it('knows whether the rules are on, and whether a production profile keeps them off', () => {
  const log = createEventLog({ clock: new ManualClock() });
  const projection = log.project(createRulesStatusProjection());
  log.append({ type: 'rules.switched', on: false, reason: 'production' });
  expect(projection.read()).toMatchObject({ isOn: false, isGuarded: true });
  log.append({ type: 'rules.loaded', file: 'r.yaml', count: 4 });
  expect(projection.read()).toMatchObject({ isOn: false, isGuarded: true, count: 4 });
  log.append({ type: 'rules.switched', on: true, reason: 'hand' });
  expect(projection.read()).toMatchObject({ isOn: true, isGuarded: false });
  log.append({ type: 'rules.switched', on: false, reason: 'hand' });
  expect(projection.read()).toMatchObject({ isOn: false, isGuarded: false });
});
