import type { JsonObject } from '../base/json-text.js';
import type { EventLog } from '../log/event-log.js';
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

/** Without what the simulator's own page alone looks at: data before a change, and private data. */
function detailOf(event: SimEvent): JsonObject {
  if (event.type === 'card.changed') {
    const { outTrackId, by, viewers, cardParamMap } = event;
    return { outTrackId, by, viewers: [...viewers], cardParamMap };
  }
  const { type: _type, seq: _seq, atMs: _atMs, ...detail } = event;
  return detail as JsonObject;
}
