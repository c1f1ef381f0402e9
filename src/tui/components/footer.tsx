import type { Translate } from '../../i18n/translate.js';
import { isUnanswered } from '../../log/exchange.js';
import type { Command } from '../input/keymap.js';
import { cardOfRow } from '../state/card-viewing.js';
import { canPin } from '../state/pinning.js';
import { isAnyUnanswered } from '../state/queue-focus.js';
import { contextsOf } from '../state/ui-state.js';
import type { Frame } from '../state/ui-store.js';
import { FilterLine, filterMistake } from './filter-line.js';
import { keyHints } from './key-hints.js';
import { Rows } from './rows.js';
import { type Line, span } from './spans.js';

export interface FooterProps {
  readonly frame: Frame;
  readonly width: number;
}

/** A rule, one line for what was just said or asked, and the keys that do something now. */
export function Footer({ frame, width }: FooterProps) {
  const { ui, data, layout } = frame;
  const hints = keyHints(contextsOf(ui), (command) => applies(command, frame), width, data.t);
  const rule: Line = [span('─'.repeat(width), 'quiet')];
  const draft = ui.screen === 'feed' ? ui.filterDraft : undefined;
  if (draft && layout.mode !== 'tooSmall') {
    const mistake = filterMistake(draft, data, width);
    return (
      <>
        <Rows lines={[mistake?.above ?? rule]} width={width} height={1} />
        <FilterLine draft={draft} data={data} row={layout.rows - 2} width={width} />
        <Rows lines={[mistake?.below ?? hints]} width={width} height={1} />
      </>
    );
  }
  const lines: Line[] = [rule, statusLine(frame, data.t), hints];
  return <Rows lines={lines} width={width} height={3} />;
}

function statusLine({ ui, data }: Frame, t: Translate): Line {
  if (ui.isConfirmingQuit) {
    const count = data.exchanges.undecided.filter(isUnanswered).length;
    return [span(` ${t('tui.confirmQuit', { count })}`, 'waiting')];
  }
  if (ui.toast && ui.toast.untilMs > data.nowMs) return [span(' '), ...ui.toast.line];
  return [];
}

/** A key that would do nothing is not offered. */
function applies(command: Command, frame: Frame): boolean {
  const isAsked = frame.focus.exchange !== undefined;
  switch (command) {
    case 'answer':
      return !frame.ui.answer && isAsked;
    case 'acknowledge':
    case 'fail':
      return frame.focus.exchange !== undefined && isUnanswered(frame.focus.exchange);
    case 'edit':
      return isAsked || frame.selected?.kind === 'exchange';
    case 'acknowledgeAll':
      return frame.focus.count > 1 && isAnyUnanswered(frame.data);
    case 'slot':
      return frame.ui.arming !== undefined || frame.slots.length > 0;
    case 'switchRules':
      return frame.data.rules.file !== undefined && !frame.data.rules.isOn;
    case 'pin':
      return canPin(frame);
    case 'openPage':
      return frame.data.connection.session?.simulator === true;
    case 'armed':
      return frame.data.armed.length > 0;
    case 'card':
      return cardOfRow(frame) !== undefined;
    case 'touch':
      return frame.card?.focused !== undefined;
    case 'toggleItem':
      return frame.ui.card?.prompt?.is === 'list' && frame.ui.card.prompt.chosen !== undefined;
    case 'open':
      return frame.selected !== undefined;
    default:
      return true;
  }
}
