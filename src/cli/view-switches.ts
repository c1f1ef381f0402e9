import { defaultSwitches, type ViewSwitches } from '../card/card-data.js';
import type { Lang } from '../i18n/sentence.js';
import { readCount } from './durations.js';
import { oneOf } from './one-of.js';

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
