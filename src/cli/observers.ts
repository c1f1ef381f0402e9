import type { ApiObserver } from '../platform/card-client.js';

/** For commands that report the outcome themselves. */
export const silentObserver: ApiObserver = {
  called() {},
  failed() {},
  uncertain() {},
};
