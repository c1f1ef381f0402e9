import { isDtcardError, messageOf } from '../base/errors.js';
import type { HoldClock } from '../session/session-deps.js';
import type { HoldOutcome, Simulator } from '../simulator/simulator.js';
import type { SimulatorControl } from './simulator-control.js';

type HoldRefusal = Extract<HoldOutcome, { readonly ok: false }>['reason'];

/** Stops clocks of callbacks in the simulator of this process. */
export function holdIn(simulator: Pick<Simulator, 'holdCallback'>): HoldClock {
  return (messageId) => {
    const outcome = simulator.holdCallback(messageId);
    return Promise.resolve(outcome.ok ? undefined : refusalWords(outcome.reason));
  };
}

/** The same by the control API of a simulator elsewhere; whatever fails is why it could not be stopped. */
export function holdAt(control: Pick<SimulatorControl, 'post'>): HoldClock {
  return async (messageId) => {
    try {
      await control.post(`/callbacks/${encodeURIComponent(messageId)}/hold`, {});
      return undefined;
    } catch (error) {
      const detail = isDtcardError(error) ? error.params['detail'] : undefined;
      return typeof detail === 'string' && detail !== '' ? detail : messageOf(error);
    }
  };
}

function refusalWords(reason: HoldRefusal): string {
  switch (reason) {
    case 'unknown':
      return 'the simulator does not know the callback';
    case 'answered':
      return 'the callback is answered already';
    case 'expired':
      return 'the callback has expired already';
    case 'held':
    case 'not-held':
      return 'the clock of the callback stands already';
  }
}
