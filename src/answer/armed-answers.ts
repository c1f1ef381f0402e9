import { DtcardError } from '../base/errors.js';
import { type Filter, readFilter } from '../log/filter/filter.js';
import type { FilterSubject } from '../log/filter/filter-subject.js';
import type { Answer } from './answer.js';

/** Answers prepared before the tap. The first that fits is taken; those armed first are tried first. */
export interface ArmedAnswers {
  /** @throws DtcardError E1001 for a filter that cannot be read; then nothing is armed */
  arm(armedId: string, armed: AnswerToArm): void;
  disarm(armedId: string): boolean;
  /** Counts as a use of the one that is taken. */
  take(subject: FilterSubject): TakenAnswer | undefined;
  readonly size: number;
}

export interface AnswerToArm {
  /** About a callback (docs/filter.md, In rules). */
  readonly filter: string;
  readonly answer: Answer;
  /** At least 1; absent: until it is disarmed. */
  readonly times?: number;
}

export interface TakenAnswer {
  readonly armedId: string;
  readonly answer: Answer;
  /** It is armed no longer. */
  readonly isUsedUp: boolean;
}

interface Armed {
  readonly filter: Filter;
  readonly answer: Answer;
  left: number;
}

export function createArmedAnswers(): ArmedAnswers {
  const all = new Map<string, Armed>();
  return {
    arm(armedId, { filter: text, answer, times = Number.POSITIVE_INFINITY }) {
      all.set(armedId, { filter: filterOf(text), answer, left: Math.max(1, times) });
    },
    disarm: (armedId) => all.delete(armedId),
    take(subject) {
      for (const [armedId, armed] of all) {
        if (!armed.filter.test(subject)) continue;
        armed.left -= 1;
        const isUsedUp = armed.left < 1;
        if (isUsedUp) all.delete(armedId);
        return { armedId, answer: armed.answer, isUsedUp };
      }
      return undefined;
    },
    get size() {
      return all.size;
    },
  };
}

function filterOf(text: string): Filter {
  const read = readFilter(text, 'callback');
  if (read.ok) return read.filter;
  const { code, params, column } = read.problem;
  throw new DtcardError('E1001', {
    params: { ...params, reason: `filter.${code}`, column, pointed: text },
  });
}
