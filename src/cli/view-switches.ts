import { DtcardError } from '../base/errors.js';
import { defaultSwitches, type ViewSwitches } from '../card/card-data.js';
import type { Lang } from '../i18n/sentence.js';
import { readCount } from './durations.js';

export interface SwitchFlags {
  readonly width?: string;
  readonly theme?: string;
  readonly flowStatus?: string;
}

const flowStatuses = ['1', '2', '3', '4', '5'] as const;

/** @throws DtcardError E1001 */
export function readViewSwitches(flags: SwitchFlags, lang: Lang): ViewSwitches {
  const { width, theme, flowStatus } = flags;
  return {
    ...defaultSwitches,
    language: lang === 'zh' ? 'zh_Hans' : 'en_US',
    ...(width === undefined ? {} : { width: readCount(width, '--width', 100, 4000) }),
    ...(theme === undefined ? {} : { theme: oneOf(theme, '--theme', ['light', 'dark'] as const) }),
    ...(flowStatus === undefined
      ? {}
      : { flowStatus: oneOf(flowStatus, '--flow-status', flowStatuses) }),
  };
}

/** @throws DtcardError E1001 naming what may be chosen */
export function oneOf<T extends string>(value: string, option: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === value);
  if (chosen !== undefined) return chosen;
  const params = { reason: 'choice', option, value, choices: choices.join(', ') };
  throw new DtcardError('E1001', { params });
}
