import { REDACTED } from '../base/redact.js';

/** Where callbacks are forwarded to, taken apart. */
export interface ForwardAddress {
  /** What is called: without user, password and fragment. */
  readonly target: string;
  /** Value of the header, where there is a user or a password. */
  readonly authorization?: string;
  /** For people: without credentials, and without the values in the query, which are often tokens. */
  readonly shown: string;
  /** What services repeat of it and nobody is to read. */
  readonly secrets: readonly string[];
}

export function forwardAddress(url: URL): ForwardAddress {
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  bare.hash = '';
  const target = bare.href;
  const shown = shownUrl(url);
  const inQuery = [...url.searchParams].flatMap(([name, value]) =>
    telling.test(name) ? [value] : [],
  );
  if (url.username === '' && url.password === '')
    return { target, shown, secrets: present(inQuery) };
  const [user, password] = [decoded(url.username), decoded(url.password)];
  const encoded = Buffer.from(`${user}:${password}`).toString('base64');
  // Alone it is a token; before a password it is a name, and masking that would mask it everywhere.
  const own = password === '' ? [user, url.username] : [password, url.password];
  return {
    target,
    authorization: `Basic ${encoded}`,
    shown,
    secrets: present([...own, encoded, ...inQuery]),
  };
}

/** Values such as `env=test` are no secrets, and would be masked wherever they stand. */
const telling = /token|secret|key|sign|auth|pass/i;

function present(secrets: readonly string[]): readonly string[] {
  return [...new Set(secrets)].filter((secret) => secret !== '');
}

/** A lone `%` is what it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function shownUrl(url: URL): string {
  const names = [...url.searchParams.keys()].map(
    (name) => `${encodeURIComponent(name)}=${REDACTED}`,
  );
  const query = names.length === 0 ? '' : `?${names.join('&')}`;
  return `${url.origin}${url.pathname}${query}`;
}
