import type { EventType } from '../event.js';
import type { Exchange } from '../exchange.js';
import type { FlagName } from './filter-names.js';
import type { FilterSubject } from './filter-subject.js';

type Flag = (subject: FilterSubject) => boolean;

const failures: ReadonlySet<EventType> = new Set<EventType>([
  'connection.lost',
  'connection.refused',
  'frame.malformed',
  'card.undelivered',
  'card.failed',
  'card.updateFailed',
  'card.streamFailed',
  'api.failed',
  'rules.rejected',
]);

/** Of callbacks what is known of their exchange counts, of messages their row, else the event itself. */
export const flags: Readonly<Record<FlagName, Flag>> = {
  waiting: ({ exchange }) => exchange?.phase === 'waiting' || exchange?.phase === 'held',
  answered: ({ exchange, messageRow }) =>
    exchange ? isDecided(exchange) : messageRow?.outcome === 'carded',
  unanswered: ({ exchange, messageRow, type }) => {
    if (exchange) return exchange.phase === 'acknowledged' || exchange.phase === 'expired';
    return messageRow?.outcome === 'unanswered' || type === 'message.unanswered';
  },
  late: ({ exchange }) => exchange?.late !== undefined,
  failed: hasFailed,
  duplicate: ({ exchange, messageRow, type }) =>
    (exchange?.duplicates ?? 0) > 0 ||
    (messageRow?.duplicates ?? 0) > 0 ||
    type === 'message.duplicate' ||
    type === 'callback.duplicate',
};

/** Answered in time because somebody said so, be it with a refusal. */
function isDecided({ phase, answer }: Exchange): boolean {
  return phase === 'answered' || (phase === 'failed' && answer?.source !== 'autoFail');
}

function hasFailed({ type, event, exchange, messageRow, card, kind }: FilterSubject): boolean {
  if (exchange) {
    const { phase, answer } = exchange;
    return (
      phase === 'unsent' ||
      phase === 'updateFailed' ||
      (answer !== undefined && answer.code !== 200) ||
      exchange.problem !== undefined
    );
  }
  if (messageRow) return messageRow.outcome === 'failed';
  if (event) {
    if (event.type === 'notice') return event.level === 'error';
    return (
      failures.has(type) ||
      (event.type === 'card.streamed' && event.isError) ||
      (event.type === 'frame.answered' && !event.sent)
    );
  }
  if (kind !== 'card' || !card) return false;
  const { phase } = card;
  return card.error !== undefined || phase === 'undelivered' || phase === 'partly';
}
