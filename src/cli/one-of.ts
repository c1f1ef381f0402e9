import { DtcardError } from '../base/errors.js';

/** @throws DtcardError E1001 naming what may be chosen */
export function oneOf<T extends string>(value: string, option: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === value);
  if (chosen !== undefined) return chosen;
  const params = { reason: 'choice', option, value, choices: choices.join(', ') };
  throw new DtcardError('E1001', { params });
}
