import type { Decision } from '../answer/callback-ends.js';
import type { Clock } from '../base/clock.js';
import type { EventBody } from '../log/event.js';
import type { LateExchange } from './exchange-state.js';
import { tookSince } from './late-answers.js';

export type EventOfAnswer = Extract<EventBody, { readonly type: 'callback.answered' }>;

/** The event that tells of an answer that was written, or tried. */
export function answeredEvent(
  clock: Clock,
  { exchangeId, startedMs }: LateExchange,
  { source, rule, armedId, answer }: Decision,
  { code, sent }: { readonly code: number; readonly sent: boolean },
): EventOfAnswer {
  return {
    type: 'callback.answered',
    exchangeId,
    source,
    // Either a rule or somebody who armed it.
    ...(rule !== undefined ? { rule } : armedId !== undefined ? { armedId } : {}),
    ...(answer.kind === 'update' ? { response: answer.response } : {}),
    code,
    tookMs: tookSince(clock, startedMs),
    sent,
  };
}
