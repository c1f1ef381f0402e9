import type { Clock } from '../base/clock.js';
import type { IdSource } from '../base/ids.js';

/** Who may use the page: a token opens it once, the session it is exchanged for lasts. */
export interface PageSessions {
  /** A token for one visit within `TOKEN_LIFE_MS`. */
  issue(): string;
  /** The session for a token; undefined when the token is unknown, was used, or is too old. */
  redeem(token: string): string | undefined;
  knows(session: string): boolean;
}

/** Long enough to copy an address by hand, short enough to be worth little afterwards. */
export const TOKEN_LIFE_MS = 600_000;
/** Of each kind; the oldest give way. */
const KEPT = 100;

export function createPageSessions(clock: Clock, ids: IdSource): PageSessions {
  const tokens = new Map<string, number>();
  const sessions = new Set<string>();
  return {
    issue() {
      const token = ids.hex(32);
      tokens.set(token, clock.monotonic() + TOKEN_LIFE_MS);
      dropOldest(tokens);
      return token;
    },
    redeem(token) {
      const untilMs = tokens.get(token);
      if (untilMs === undefined) return undefined;
      tokens.delete(token);
      if (clock.monotonic() >= untilMs) return undefined;
      const session = ids.hex(32);
      sessions.add(session);
      dropOldest(sessions);
      return session;
    },
    knows: (session) => sessions.has(session),
  };
}

function dropOldest(kept: Map<string, number> | Set<string>): void {
  const oldest = kept.size > KEPT ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
}
