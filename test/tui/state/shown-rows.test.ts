import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../../src/base/clock.js';
import { translator } from '../../../src/i18n/translate.js';
import type { EventBody } from '../../../src/log/event.js';
import { createEventLog } from '../../../src/log/event-log.js';
import type { Filter } from '../../../src/log/filter/filter.js';
import { createShowRows } from '../../../src/tui/state/shown-rows.js';
import { projectLog, viewData } from '../../../src/tui/state/view-data.js';
import {
  callbackAnswered,
  callbackReceived,
  cardCreated,
  messageReceived,
} from '../../support/event-builders.js';
import { filterOf } from '../../support/filters.js';

function open(...bodies: EventBody[]) {
  const log = createEventLog({ clock: new ManualClock() });
  const projections = projectLog(log);
  log.append(...bodies);
  const show = createShowRows((id) => (id === 'approval.schema' ? ['审批'] : []));
  const data = () => viewData(projections, 0, 'en', translator('en'));
  return { log, show: (filter?: Filter) => show(filter, data()) };
}

describe('the rows that are shown', () => {
  it('are all of them without a filter', () => {
    const { show } = open(messageReceived('m', 'x'), callbackReceived('e'));
    expect(show()).toMatchObject({ rows: { length: 2 }, hidden: 0 });
  });

  it('are those that fit, by what is known of them now', () => {
    const { log, show } = open(callbackReceived('e1'), callbackReceived('e2'));
    const waiting = filterOf('waiting');
    expect(show(waiting)).toMatchObject({ rows: { length: 2 }, hidden: 0 });
    log.append(callbackAnswered('e1'));
    expect(show(waiting)).toMatchObject({ rows: [{ exchangeId: 'e2' }], hidden: 1 });
  });

  it('change with the card and with a name that is learnt', () => {
    const { log, show } = open(cardCreated('dtcard-8f0c'), callbackReceived('e'));
    const done = filterOf('var.status:已同意');
    const named = filterOf('kind:callback user:李四');
    expect([show(done).rows.length, show(named).rows.length]).toEqual([0, 0]);
    log.append(
      callbackAnswered('e', { response: { cardData: { cardParamMap: { status: '已同意' } } } }),
      messageReceived('m', 'x', { senderStaffId: 'user02', senderNick: '李四' }),
    );
    expect([show(done).rows.length, show(named).rows.length]).toEqual([2, 1]);
    expect(show(filterOf('template:审批')).rows).toHaveLength(2);
  });

  it('are looked at again only when something about them changed', () => {
    let looks = 0;
    const filter: Filter = {
      ...filterOf(''),
      test: () => {
        looks += 1;
        return true;
      },
    };
    const { log, show } = open(messageReceived('a', 'x'), messageReceived('b', 'y'));
    const first = show(filter);
    expect(show(filter)).toBe(first);
    log.append(messageReceived('c', 'z'));
    show(filter);
    expect(looks).toBe(3);
    log.append({ type: 'message.unanswered', msgId: 'a' });
    show(filter);
    expect(looks).toBe(4);
  });
});
