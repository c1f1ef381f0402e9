import type { AnswerReach } from '../log/event.js';

/**
 * Whether the cardData of an answer is taken to reach everyone or the one who tapped. A simulator does
 * what its setting says; of the platform the documentation says the clicker, examples treat it as
 * everyone (stream-protocol §6.4, Q5), and the documentation is believed until somebody says otherwise.
 *
 * @param chosen with `--answer-reach`
 * @param simulator settings of the simulator that is talked to, where there is one
 */
export function readAnswerReach(
  chosen: AnswerReach | undefined,
  simulator?: { readonly answerCardData?: unknown },
): AnswerReach {
  if (chosen) return chosen;
  if (!simulator) return 'clicker';
  return simulator.answerCardData === 'clicker' ? 'clicker' : 'everyone';
}
