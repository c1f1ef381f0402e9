import type { CardCallbackResponse } from '../protocol/card-callback.js';
import type { Projection } from './event-log.js';

/** What people said by hand, by the action it was said to. */
export interface RecentAnswersView {
  /** Each once, in the order they were first given, so that their places stay. */
  of(action: string): readonly CardCallbackResponse[];
}

/** Answers kept per action. */
const perAction = 9;

/**
 * @param actionOf the action of a callback by its exchangeId, `actionIds` joined with `+`
 * @param capacity actions remembered; the longest unused go first
 */
export function createRecentAnswersProjection(
  actionOf: (exchangeId: string) => string | undefined,
  capacity = 200,
): Projection<RecentAnswersView> {
  const known = new Map<string, ReadonlyMap<string, CardCallbackResponse>>();
  let version = 0;

  function remember(action: string, response: CardCallbackResponse): void {
    const same = known.get(action) ?? new Map<string, CardCallbackResponse>();
    const text = JSON.stringify(response);
    known.delete(action);
    known.set(action, same);
    if (same.has(text)) return;
    const kept = [...same, [text, response] as const].slice(-perAction);
    known.set(action, new Map(kept));
    version++;
    for (const oldest of known.keys()) {
      if (known.size <= capacity) return;
      known.delete(oldest);
    }
  }

  const view: RecentAnswersView = {
    of: (action) => [...(known.get(action)?.values() ?? [])],
  };

  return {
    get version() {
      return version;
    },
    read: () => view,
    apply(event) {
      if (event.type !== 'callback.answered' && event.type !== 'callback.late') return;
      if (event.source !== 'manual' || !event.response) return;
      const action = actionOf(event.exchangeId);
      if (action !== undefined) remember(action, event.response);
    },
  };
}
