/** Access tokens: one per app, renewed by asking again within validity (card-openapi §1.1). */
export interface TokenStore {
  /** The current token, its life reset; a new one when the old has expired. `expireIn` in seconds. */
  issue(clientId: string): { readonly accessToken: string; readonly expireIn: number };
  /** The app a token belongs to; undefined when unknown, expired or revoked. */
  clientIdOf(accessToken: string): string | undefined;
  /** Makes every token of the app invalid, as a fault a client must survive. */
  revoke(clientId: string): void;
}
