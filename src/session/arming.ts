import { type ArmedAnswers, createArmedAnswers } from '../answer/armed-answers.js';
import type { NewArmedAnswer } from './session.js';
import type { SessionDeps } from './session-deps.js';

/** Arms answers and takes them back; both are in the log. */
export interface Arming {
  readonly armed: ArmedAnswers;
  /** @throws DtcardError E1001 for a filter that cannot be read */
  arm(armed: NewArmedAnswer): string;
  disarm(armedId: string): boolean;
}

export function createArming({ ids, log }: Pick<SessionDeps, 'ids' | 'log'>): Arming {
  const armed = createArmedAnswers();
  return {
    armed,
    arm(given) {
      const { filter, answer } = given;
      const times = given.times === undefined ? undefined : Math.max(1, Math.floor(given.times));
      const armedId = ids.uuid();
      const counted = times === undefined ? {} : { times };
      armed.arm(armedId, { filter, answer, ...counted });
      log.append({
        type: 'answer.armed',
        armedId,
        filter,
        ...(answer.kind === 'update' ? { response: answer.response } : {}),
        code: answer.kind === 'fail' ? answer.code : 200,
        ...counted,
      });
      return armedId;
    },
    disarm(armedId) {
      if (!armed.disarm(armedId)) return false;
      log.append({ type: 'answer.disarmed', armedId, reason: 'by-hand' });
      return true;
    },
  };
}
