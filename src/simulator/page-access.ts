import type { Context } from 'hono';
import type { PageSessions } from './page-sessions.js';
import type { SimContext } from './sim-context.js';

/** Tells a call of a browser from one of a command line, and a browser that was let in from others. */
export interface PageAccess {
  /** Whether the call may go on: it is none of a browser's, or brings the cookie. */
  mayCall(c: Context): boolean;
  hasSession(c: Context): boolean;
  /** The Set-Cookie header of a session. */
  cookie(session: string): string;
}

export function createPageAccess(
  context: Pick<SimContext, 'origin'>,
  sessions: PageSessions,
): PageAccess {
  // Cookies do not know ports: two simulators of one machine would take each other's.
  const name = () => `dtcard_page_${new URL(context.origin).port}`;
  const hasSession = (c: Context) => {
    const given = cookiesOf(c.req.header('cookie') ?? '', name());
    return given.some((session) => sessions.knows(session));
  };
  return {
    hasSession,
    mayCall: (c) => !isBrowser(c) || hasSession(c),
    cookie: (session) => `${name()}=${session}; Path=/_dtcard; HttpOnly; SameSite=Strict`,
  };
}

/** Every browser of today sends one of the two with whatever a page makes it send. */
function isBrowser(c: Context): boolean {
  return c.req.header('origin') !== undefined || c.req.header('sec-fetch-site') !== undefined;
}

function cookiesOf(header: string, name: string): string[] {
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}
