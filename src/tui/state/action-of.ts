import type { CardCallback } from '../../protocol/card-callback.js';

/** What a tap is called: its action ids, together where there are several. */
export function actionOf({ actionIds, type }: CardCallback): string {
  return actionIds.join('+') || type || '?';
}
