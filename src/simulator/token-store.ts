import type { Clock } from '../base/clock.js';
import type { IdSource } from '../base/ids.js';
import type { Settings } from './settings.js';

/** Access tokens: one per app, renewed by asking again within validity (card-openapi §1.1). */
export interface TokenStore {
  /** The current token, its life reset; a new one when the old has expired. `expireIn` in seconds. */
  issue(clientId: string): { readonly accessToken: string; readonly expireIn: number };
  /** The app a token belongs to; undefined when unknown, expired or revoked. */
  clientIdOf(accessToken: string): string | undefined;
  /** Makes every token of the app invalid, as a fault a client must survive. */
  revoke(clientId: string): void;
}

interface Token {
  readonly accessToken: string;
  readonly clientId: string;
  expiresAtMs: number;
}

export function createTokenStore(
  clock: Clock,
  ids: IdSource,
  settings: () => Pick<Settings, 'tokenLifeMs'>,
): TokenStore {
  const byValue = new Map<string, Token>();
  const byApp = new Map<string, Token>();
  const drop = (token: Token) => {
    byValue.delete(token.accessToken);
    byApp.delete(token.clientId);
  };
  const alive = (token: Token | undefined) => {
    if (!token) return undefined;
    if (clock.now() < token.expiresAtMs) return token;
    drop(token);
    return undefined;
  };
  return {
    issue(clientId) {
      const lifeMs = settings().tokenLifeMs;
      let token = alive(byApp.get(clientId));
      if (!token) {
        token = { accessToken: ids.hex(16), clientId, expiresAtMs: 0 };
        byValue.set(token.accessToken, token);
        byApp.set(clientId, token);
      }
      token.expiresAtMs = clock.now() + lifeMs;
      return { accessToken: token.accessToken, expireIn: Math.floor(lifeMs / 1000) };
    },
    clientIdOf: (accessToken) => alive(byValue.get(accessToken))?.clientId,
    revoke(clientId) {
      const token = byApp.get(clientId);
      if (token) drop(token);
    },
  };
}
