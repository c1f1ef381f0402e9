import { ManualClock } from '../../src/base/clock.js';
import { translator } from '../../src/i18n/translate.js';
import type { EventBody } from '../../src/log/event.js';
import { createEventLog } from '../../src/log/event-log.js';
import type { RoomyLayout } from '../../src/tui/screens/feed-screen.js';
import { createSlotting } from '../../src/tui/state/slotting.js';
import type { UiState } from '../../src/tui/state/ui-state.js';
import { createUiStore, type Frame } from '../../src/tui/state/ui-store.js';
import { projectLog, viewData } from '../../src/tui/state/view-data.js';
import { answersAsRules, type NamedAnswer } from './rule-sets.js';

export interface FrameOptions {
  readonly events?: readonly EventBody[];
  readonly ui?: Partial<UiState>;
  readonly slots?: readonly NamedAnswer[];
  readonly columns?: number;
  readonly rows?: number;
}

/** A frame as the store makes it, for screens that are tested by themselves. */
export function frameOf(options: FrameOptions): { frame: Frame; layout: RoomyLayout } {
  const clock = new ManualClock();
  const log = createEventLog({ clock });
  const projections = projectLog(log);
  log.append(...(options.events ?? []));
  const rules = answersAsRules(options.slots ?? []);
  const store = createUiStore({
    size: () => ({ columns: options.columns ?? 80, rows: options.rows ?? 24 }),
    data: () => viewData(projections, clock.now(), 'zh', translator('zh')),
    slotsOf: createSlotting({ rules: () => rules, templateOf: () => undefined }),
  });
  store.change(options.ui ?? {});
  const frame = store.current();
  if (frame.layout.mode === 'tooSmall') throw new Error('too small for a screen');
  return { frame, layout: frame.layout };
}
