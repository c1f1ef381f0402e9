import { DtcardError } from '../base/errors.js';

/** Why the simulator cannot do what it was asked; stable, used by the control API too. */
export type RefusalReason =
  | 'unknown-person'
  | 'unknown-conversation'
  | 'unknown-card'
  | 'unknown-app'
  | 'not-a-member'
  | 'no-robot'
  | 'too-large'
  | 'broken-off'
  | 'bad-input';

/** @param detail English, with the known names when something was not found */
export function refusal(reason: RefusalReason, detail: string): DtcardError {
  return new DtcardError('E5002', { params: { reason, detail } });
}
