import { ManualClock } from '../../src/base/clock.js';
import type { Lang } from '../../src/i18n/sentence.js';
import { translator } from '../../src/i18n/translate.js';
import type { EventBody } from '../../src/log/event.js';
import { createEventLog } from '../../src/log/event-log.js';
import { projectLog, type ViewData, viewData } from '../../src/tui/state/view-data.js';

/** What a screen reads after these events; `afterMs` have passed since. */
export function dataOf(events: readonly EventBody[], afterMs = 0, lang: Lang = 'zh'): ViewData {
  const clock = new ManualClock();
  const log = createEventLog({ clock });
  const projections = projectLog(log);
  log.append(...events);
  return viewData(projections, clock.now() + afterMs, lang, translator(lang));
}

/** The text of lines, without what they mean. */
export function textOf(lines: readonly (readonly { readonly text: string }[])[]): string[] {
  return lines.map((line) => line.map((part) => part.text).join(''));
}
