import { ManualClock } from '../../src/base/clock.js';
import { createCardsProjection } from '../../src/log/cards.js';
import type { EventBody } from '../../src/log/event.js';
import { createEventLog } from '../../src/log/event-log.js';
import { createExchangesProjection } from '../../src/log/exchange.js';
import { createFeedProjection } from '../../src/log/feed.js';
import { createEventFilter } from '../../src/log/filter/event-filter.js';
import { readFilter } from '../../src/log/filter/filter.js';
import type { FilterSubject, KnownAbout } from '../../src/log/filter/filter-subject.js';
import { eventSubject, rowSubject } from '../../src/log/filter/filter-subject.js';
import type { FilterAbout } from '../../src/log/filter/parse-filter.js';

/** A filter that must be all right. */
export function filterOf(text: string, about?: FilterAbout) {
  const read = readFilter(text, about);
  if (!read.ok) throw new Error(`${text}: ${read.problem.column} ${read.problem.code}`);
  return read.filter;
}

/** What the rows of the feed are to filters after these events. */
export function rowSubjects(...bodies: EventBody[]): readonly FilterSubject[] {
  const { feed, known } = logOf(bodies);
  return feed.read().rows.map((row) => rowSubject(row, known));
}

/** What the last of these events is to filters. */
export function lastSubject(...bodies: EventBody[]): FilterSubject {
  const { log, known } = logOf(bodies);
  const event = log.at(log.nextSeq - 1);
  if (!event) throw new Error('no event');
  return eventSubject(event, known);
}

/** Types of the events that pass. */
export function passing(text: string, ...bodies: EventBody[]): readonly string[] {
  const { log } = logOf(bodies);
  const passes = createEventFilter(filterOf(text));
  return log
    .since(0)
    .filter(passes)
    .map((event) => event.type);
}

function logOf(bodies: readonly EventBody[]) {
  const log = createEventLog({ clock: new ManualClock(1000) });
  const feed = log.project(createFeedProjection());
  const exchanges = log.project(createExchangesProjection());
  const cards = log.project(createCardsProjection());
  log.append(...bodies);
  const known: KnownAbout = {
    exchanges: exchanges.read(),
    cards: cards.read(),
    names: {
      nickOf: (userId) => feed.read().nickOf(userId),
      placeOf: (spaceId) => feed.read().placeOf(spaceId),
      aliasesOf: (id) => (id === 'approval.schema' ? ['approval.v3'] : []),
    },
    messageOf: (msgId) => {
      const received = log
        .since(0)
        .find((one) => one.type === 'message.received' && one.message.msgId === msgId);
      return received?.type === 'message.received' ? received.message : undefined;
    },
  };
  return { log, feed, known };
}
