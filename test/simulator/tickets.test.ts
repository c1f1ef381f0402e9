import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { seededIds } from '../../src/base/ids.js';
import { createTickets } from '../../src/simulator/tickets.js';

const holder = { clientId: 'ding1', subscriptions: [] };
const life = 90_000;

describe('tickets', () => {
  it('are good once', () => {
    const tickets = createTickets(new ManualClock(), seededIds());
    const ticket = tickets.issue(holder);
    expect(tickets.redeem(ticket, life)).toBe(holder);
    expect(tickets.redeem(ticket, life)).toBeUndefined();
    expect(tickets.redeem('', life)).toBeUndefined();
  });

  it('are good within their life only, and used up by trying', () => {
    const clock = new ManualClock();
    const tickets = createTickets(clock, seededIds());
    const [first, second] = [tickets.issue(holder), tickets.issue(holder)];
    clock.advance(life - 1);
    expect(tickets.redeem(first, life)).toBe(holder);
    clock.advance(1);
    expect(tickets.redeem(second, life)).toBeUndefined();
    expect(tickets.redeem(second, life * 2)).toBeUndefined();
  });

  it('do not pile up when nobody connects', () => {
    const tickets = createTickets(new ManualClock(), seededIds());
    const oldest = tickets.issue(holder);
    const second = tickets.issue(holder);
    for (let n = 0; n < 9_999; n++) tickets.issue(holder);
    expect(tickets.redeem(oldest, life)).toBeUndefined();
    expect(tickets.redeem(second, life)).toBe(holder);
  });
});
