import type { EventLog } from '../log/event-log.js';
import type { LastRunQuery } from '../record/last-run.js';
import type { Session } from '../session/session.js';

/**
 * Offers again what earlier runs of the same app left open, once the connection stands: reading it
 * must not delay the start. @returns gives up, also in the middle
 */
export function restoreLastRun(
  session: Pick<Session, 'restore'>,
  log: EventLog,
  query: LastRunQuery,
): () => void {
  let isOver = false;
  let isBegun = false;

  async function restore(): Promise<void> {
    const { readOpenExchanges } = await import('../record/last-run.js');
    for (const { recording, open } of await readOpenExchanges(query)) {
      if (isOver) return;
      const here = callbacksOf(log);
      const left = open.filter(({ exchangeId }) => !here.has(exchangeId));
      if (left.length > 0) session.restore(recording, left);
    }
  }

  const forget = log.subscribe((events) => {
    if (isBegun || !events.some(({ type }) => type === 'connection.opened')) return;
    isBegun = true;
    void restore();
  }, 0);
  return () => {
    isOver = true;
    isBegun = true;
    forget();
  };
}

/** What nobody answered is delivered again, and that may be to this run. */
function callbacksOf(log: EventLog): ReadonlySet<string> {
  return new Set(
    log.since(0).flatMap((event) => (event.type === 'callback.received' ? event.exchangeId : [])),
  );
}
