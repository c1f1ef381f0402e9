import { expect, it } from 'vitest';
import { ManualClock } from '../../../src/base/clock.js';
import { translator } from '../../../src/i18n/translate.js';
import { createEventLog } from '../../../src/log/event-log.js';
import { projectLog, viewData } from '../../../src/tui/state/view-data.js';
import { callbackReceived, cardCreated, connectionOpened } from '../../support/event-builders.js';

it('folds the log for the screens and changes its version with what can be seen', () => {
  const log = createEventLog({ clock: new ManualClock() });
  log.append(connectionOpened());
  const projections = projectLog(log);
  const before = projections.version();
  log.append({ type: 'api.called', method: 'GET', path: '/', status: 200, tookMs: 1, attempt: 1 });
  expect(projections.version()).toBe(before);
  log.append(cardCreated('c1'), callbackReceived('e1'));
  expect(projections.version()).not.toBe(before);
  const data = viewData(projections, 7, 'en', translator('en'));
  expect(data.nowMs).toBe(7);
  expect(data.connection.state).toBe('open');
  expect([data.cards.size, data.exchanges.size, data.feed.rows.length]).toEqual([1, 1, 3]);
  expect(data.rules.count).toBe(0);
});
