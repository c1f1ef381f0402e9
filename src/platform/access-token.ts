import type { Clock } from '../base/clock.js';

/** Answer of `POST /v1.0/oauth2/accessToken` (card-openapi §1.1). */
export interface IssuedToken {
  readonly accessToken: string;
  /** Seconds. */
  readonly expireIn: number;
}

export interface AccessTokenCache {
  /** A token that is valid for a while yet. Callers that ask at the same time share one request. */
  get(clientId: string): Promise<string>;
  /** Forgets the token when it is still the cached one; a newer one stays. */
  invalidate(clientId: string, token: string): void;
}

export interface AccessTokenDeps {
  readonly clock: Clock;
  /** Asks the platform; rejects with the `DtcardError` the caller of `get` will see. */
  readonly fetchToken: (clientId: string) => Promise<IssuedToken>;
  /** How long before its end a token is renewed, at most; a tenth of its life when that is less. */
  readonly leadMs?: number;
}

interface CachedToken {
  readonly token: string;
  readonly renewAtMs: number;
  readonly endsAtMs: number;
}

const DEFAULT_LEAD_MS = 5 * 60_000;

/** One token per app: those of two apps do not mix (card-openapi §1.1). */
export function createAccessTokenCache(deps: AccessTokenDeps): AccessTokenCache {
  const { clock, fetchToken, leadMs = DEFAULT_LEAD_MS } = deps;
  const cached = new Map<string, CachedToken>();
  const pending = new Map<string, Promise<string>>();

  async function renew(clientId: string): Promise<string> {
    const askedAtMs = clock.now();
    try {
      const { accessToken, expireIn } = await fetchToken(clientId);
      const lifeMs = Number.isFinite(expireIn) ? Math.max(0, expireIn * 1000) : 0;
      cached.set(clientId, {
        token: accessToken,
        renewAtMs: askedAtMs + lifeMs - Math.min(leadMs, lifeMs / 10),
        endsAtMs: askedAtMs + lifeMs,
      });
      return accessToken;
    } catch (error) {
      // Renewal is early on purpose: while it fails, the old token still opens the door.
      const old = cached.get(clientId);
      if (old && clock.now() < old.endsAtMs) return old.token;
      throw error;
    } finally {
      pending.delete(clientId);
    }
  }

  return {
    get(clientId) {
      const known = cached.get(clientId);
      if (known && clock.now() < known.renewAtMs) return Promise.resolve(known.token);
      let request = pending.get(clientId);
      if (!request) {
        request = renew(clientId);
        pending.set(clientId, request);
      }
      return request;
    },
    invalidate(clientId, token) {
      if (cached.get(clientId)?.token === token) cached.delete(clientId);
    },
  };
}
