/**
 * Refuses what a web page of another origin could make a browser send: the simulator has no
 * password, so the names it is called by and the page that calls are all that can be checked.
 */

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether a Host header names this machine and our port; a rebound DNS name does not. */
export function isOwnHost(host: string | undefined, port: number): boolean {
  const parts = splitHost(host);
  if (!parts || !LOOPBACK.has(parts.name)) return false;
  return parts.port === port || (parts.port === undefined && port === 80);
}

/** Whether an Origin header, if there is one, is a page the simulator served itself. */
export function isOwnOrigin(origin: string | undefined, port: number): boolean {
  if (origin === undefined) return true;
  const host = /^http:\/\/(.+)$/i.exec(origin)?.[1];
  return isOwnHost(host, port);
}

/** Java sends `https://<host>:<port>` with the upgrade (stream-protocol §1.5); any loopback origin passes. */
export function isLoopbackOrigin(origin: string | undefined): boolean {
  if (origin === undefined) return true;
  const host = /^https?:\/\/(.+)$/i.exec(origin)?.[1];
  const parts = splitHost(host);
  return parts !== undefined && LOOPBACK.has(parts.name);
}

function splitHost(
  host: string | undefined,
): { readonly name: string; readonly port: number | undefined } | undefined {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?$/i.exec(host ?? '');
  if (!match) return undefined;
  const port = match[2] === undefined ? undefined : Number(match[2]);
  return { name: (match[1] as string).toLowerCase(), port };
}
