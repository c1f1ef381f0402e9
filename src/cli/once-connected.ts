import type { EventLog } from '../log/event-log.js';

/** Resolves when the first connection stands, at once when it does; never when it does not come. */
export function onceConnected(log: Pick<EventLog, 'subscribe'>): Promise<void> {
  return new Promise((resolve) => {
    let forget = (): void => undefined;
    let isThere = false;
    forget = log.subscribe((events) => {
      if (!events.some((event) => event.type === 'connection.opened')) return;
      isThere = true;
      forget();
      resolve();
    }, 0);
    if (isThere) forget();
  });
}
