import type { EventLog } from '../log/event-log.js';
import type { LastRunQuery } from '../record/last-run.js';
import type { Session } from '../session/session.js';

/**
 * Offers again what the last run of the same app left open, once the connection stands: reading it
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
    const found = await readOpenExchanges(query);
    if (found && !isOver) session.restore(found.recording, found.open);
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
