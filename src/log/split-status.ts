import type { EventOf } from './event.js';
import type { Projection } from './event-log.js';

/** Signs seen in this run that another process takes part of the traffic, each once. */
export type SplitSigns = readonly EventOf<'split.suspected'>[];

export function createSplitProjection(): Projection<SplitSigns> {
  let signs: SplitSigns = [];
  let version = 0;
  return {
    get version() {
      return version;
    },
    read: () => signs,
    apply(event) {
      if (event.type !== 'split.suspected') return;
      signs = [...signs.filter(({ sign }) => sign !== event.sign), event];
      version++;
    },
  };
}
