import type { Clock } from '../base/clock.js';

/** Calls per second of one app to one API, counted by whole seconds (card-openapi §1.7). */
export interface QpsLimit {
  /** False when this call is one too many. @param limit 0 for none */
  allows(clientId: string, api: string, limit: number): boolean;
}

export function createQpsLimit(clock: Clock): QpsLimit {
  const windows = new Map<string, { second: number; calls: number }>();
  return {
    allows(clientId, api, limit) {
      if (limit === 0) return true;
      const second = Math.floor(clock.now() / 1000);
      const key = `${clientId}\n${api}`;
      const window = windows.get(key);
      if (window?.second !== second) {
        windows.set(key, { second, calls: 1 });
        return true;
      }
      window.calls++;
      return window.calls <= limit;
    },
  };
}
