import type { Answer } from '../answer/answer.js';
import type { ForwardAnswer } from '../answer/forward-answer.js';
import { isPassing } from '../answer/forward-plan.js';
import type { ForwardOutcome } from '../log/event.js';
import type { ForwardReply } from '../platform/callback-forwarder.js';

/** What an attempt came to. */
export type Verdict =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly detail?: string }
  | {
      readonly kind: Exclude<ForwardOutcome, 'answer' | 'retry'>;
      readonly detail: string;
      /** Another attempt may succeed. */
      readonly isPassing: boolean;
    };

/** @param patienceMs for how long attempts are made, for the words of a timeout */
export function createVerdict(patienceMs: number): (reply: ForwardReply) => Promise<Verdict> {
  let read: ((body: string) => ForwardAnswer) | undefined;
  // Only who has a service pays for it; it is loaded before the first answer comes.
  const reader = import('../answer/forward-answer.js').then(({ readForwardAnswer }) => {
    read = readForwardAnswer;
    return readForwardAnswer;
  });
  return async (reply) => {
    if (reply.kind === 'timeout') {
      return { kind: 'timeout', detail: `no answer within ${patienceMs} ms`, isPassing: false };
    }
    if (reply.kind === 'unreachable') {
      return { kind: 'unreachable', detail: reply.detail, isPassing: true };
    }
    const { status } = reply;
    if (status < 200 || status > 299) {
      return { kind: 'status', detail: `HTTP ${status}`, isPassing: isPassing(status) };
    }
    if (reply.isCut) return { kind: 'nonsense', detail: 'longer than 1 MiB', isPassing: false };
    const answer = (read ?? (await reader))(reply.body);
    if (!answer.ok) return { kind: 'nonsense', detail: answer.detail, isPassing: false };
    return {
      kind: 'answer',
      answer: answer.answer,
      ...(answer.detail === undefined ? {} : { detail: answer.detail }),
    };
  };
}
