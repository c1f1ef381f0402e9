import type { Clock } from '../base/clock.js';
import type { IdSource } from '../base/ids.js';
import type { Subscription } from '../protocol/topics.js';

/** What a ticket stands for: who may connect and what they asked to be sent. */
export interface TicketHolder {
  readonly clientId: string;
  readonly subscriptions: readonly Subscription[];
}

/** Tickets are good for one handshake within their life (stream-protocol §1.3). */
export interface Tickets {
  /** Never the same text twice: the Java SDK refuses a ticket it has in its pool. */
  issue(holder: TicketHolder): string;
  /** Uses the ticket up. Undefined when unknown, used or expired. */
  redeem(ticket: string, lifeMs: number): TicketHolder | undefined;
}

/** A client that asks in a loop and never connects must not fill the memory. */
const MOST_OPEN = 10_000;

export function createTickets(clock: Clock, ids: IdSource): Tickets {
  const open = new Map<string, { readonly holder: TicketHolder; readonly atMs: number }>();
  return {
    issue(holder) {
      const oldest = open.size >= MOST_OPEN ? open.keys().next().value : undefined;
      if (oldest !== undefined) open.delete(oldest);
      const ticket = ids.uuid();
      open.set(ticket, { holder, atMs: clock.monotonic() });
      return ticket;
    },
    redeem(ticket, lifeMs) {
      const found = open.get(ticket);
      if (!found) return undefined;
      open.delete(ticket);
      return clock.monotonic() - found.atMs < lifeMs ? found.holder : undefined;
    },
  };
}
