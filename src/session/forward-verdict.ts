import type { Answer } from '../answer/answer.js';
import { isPassing } from '../answer/forward-plan.js';
import { soundAnswer } from '../answer/forward-response.js';
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

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * @param patienceMs how long attempts may take, for the words of a timeout
 * @param secrets masked where the service is quoted
 */
export async function verdictOf(
  reply: ForwardReply,
  patienceMs: number,
  secrets: readonly string[] = [],
): Promise<Verdict> {
  if (reply.kind === 'timeout') {
    return { kind: 'timeout', detail: `no answer within ${patienceMs} ms`, isPassing: false };
  }
  if (reply.kind === 'unreachable') {
    return { kind: 'unreachable', detail: reply.detail, isPassing: true };
  }
  const { status } = reply;
  if (status < 200 || status > 299) {
    const why = redirects.has(status) ? ': redirects are not followed' : '';
    return { kind: 'status', detail: `HTTP ${status}${why}`, isPassing: isPassing(status) };
  }
  if (reply.isCut) return { kind: 'nonsense', detail: 'longer than 1 MiB', isPassing: false };
  const sound = soundAnswer(reply.body);
  if (sound) return { kind: 'answer', answer: sound };
  const { readForwardAnswer } = await import('../answer/forward-answer.js');
  const read = readForwardAnswer(reply.body, secrets);
  if (!read.ok) return { kind: 'nonsense', detail: read.detail, isPassing: false };
  const detail = read.detail === undefined ? {} : { detail: read.detail };
  return { kind: 'answer', answer: read.answer, ...detail };
}
