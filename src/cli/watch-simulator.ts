import type { JsonObject } from '../base/json-text.js';
import type { EventLog } from '../log/event-log.js';
import type { CardParamMap } from '../protocol/card-callback.js';
import type { SimEvent } from '../simulator/sim-event.js';
import type { Simulator } from '../simulator/simulator.js';

/** What the session's own events do not tell: what people see, and taps that came to nothing. */
const told: ReadonlySet<SimEvent['type']> = new Set([
  'card.changed',
  'callback.expired',
  'callback.undeliverable',
  'warning',
]);

/** Brings the embedded simulator's events into the log, so that faces know no other source. */
export function tellOfSimulator(simulator: Simulator, log: EventLog): () => void {
  const people = simulator.people.map(({ userId, name }) => ({ userId, name }));
  const conversations = simulator.conversations.map(({ conversationId, type, title }) => ({
    conversationId,
    type,
    title,
  }));
  const { origin } = simulator;
  log.append({
    type: 'simulator.reported',
    event: 'started',
    detail: { origin, people, conversations },
  });
  return simulator.subscribe((event) => {
    if (!told.has(event.type)) return;
    log.append({ type: 'simulator.reported', event: event.type, detail: detailOf(event) });
  });
}

/** A change as those see it whom it concerns: what has a new value, not all there is. */
function detailOf(event: SimEvent): JsonObject {
  if (event.type === 'card.changed') {
    const { outTrackId, by, viewers, cardParamMap, before, own = [] } = event;
    return {
      outTrackId,
      by,
      viewers: [...viewers],
      cardParamMap,
      changed: changed(before, cardParamMap),
      own: own.map(({ userId, layer, before: was = {}, after = {} }) => ({
        userId,
        layer,
        changed: changed(was, after),
      })),
    };
  }
  const { type: _type, seq: _seq, atMs: _atMs, ...detail } = event;
  return detail as JsonObject;
}

/** Keys whose value is new; one that is gone has the empty text. */
function changed(before: CardParamMap, after: CardParamMap): JsonObject {
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  const set = Object.entries(after).filter(
    ([key, value]) => !Object.hasOwn(before, key) || before[key] !== value,
  );
  return Object.fromEntries([...set, ...gone.map((key) => [key, ''])]) as JsonObject;
}
