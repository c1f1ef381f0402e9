import type { MessageKey } from '../../i18n/translate.js';
import { editingKeys } from './editing-keys.js';
import { textKeys } from './text-keys.js';

/** Where a key means something. The innermost context that knows the key wins. */
export type KeyContext =
  | 'global'
  | 'feed'
  | 'detail'
  | 'answer'
  | 'form'
  | 'text'
  | 'compose'
  | 'help'
  | 'card'
  | 'prompt'
  | 'choice'
  | 'confirm'
  | 'arming'
  | 'armChoice'
  | 'armed'
  | 'answerForm'
  | 'answerJson'
  | 'pin';

export type Command =
  | 'moveUp'
  | 'moveDown'
  | 'pageUp'
  | 'pageDown'
  | 'first'
  | 'last'
  | 'open'
  | 'next'
  | 'previous'
  | 'back'
  | 'help'
  | 'compose'
  | 'filter'
  | 'answer'
  | 'slot'
  | 'acknowledge'
  | 'fail'
  | 'acknowledgeAll'
  | 'arm'
  | 'armed'
  | 'disarm'
  | 'previousChoice'
  | 'nextChoice'
  | 'switchRules'
  | 'edit'
  | 'toggleJson'
  | 'openEditor'
  | 'pin'
  | 'submit'
  | 'accept'
  | 'removeVariable'
  | 'card'
  | 'touch'
  | 'viewer'
  | 'theme'
  | 'showData'
  | 'forget'
  | 'openPage'
  | 'toggleItem'
  | 'quit'
  | 'interrupt'
  | 'suspend'
  | 'redraw'
  | 'newline'
  | 'backspace'
  | 'delete'
  | 'left'
  | 'right'
  | 'wordLeft'
  | 'wordRight'
  | 'home'
  | 'end'
  | 'deleteWord'
  | 'killToEnd'
  | 'killToStart'
  | 'undo';

export interface KeyBinding {
  readonly keys: readonly string[];
  readonly command: Command;
  readonly contexts: readonly KeyContext[];
  readonly help: MessageKey;
  /** Shown in the bar at the bottom, in this order. */
  readonly hint?: number;
}

/** Every key there is. Dispatch, the bar at the bottom and the help screen read nothing else. */
export const keymap: readonly KeyBinding[] = [
  {
    keys: ['up', 'k'],
    command: 'moveUp',
    contexts: ['feed', 'detail', 'help', 'card', 'choice'],
    help: 'tui.key.up',
  },
  {
    keys: ['down', 'j'],
    command: 'moveDown',
    contexts: ['feed', 'detail', 'help', 'card', 'choice'],
    help: 'tui.key.down',
  },
  {
    keys: ['pageup', 'ctrl-b'],
    command: 'pageUp',
    contexts: ['feed', 'detail', 'help', 'card'],
    help: 'tui.key.pageUp',
  },
  {
    keys: ['pagedown', 'ctrl-f', 'space'],
    command: 'pageDown',
    contexts: ['feed', 'detail', 'help', 'card'],
    help: 'tui.key.pageDown',
  },
  {
    keys: ['g', 'home'],
    command: 'first',
    contexts: ['feed', 'detail', 'help', 'card'],
    help: 'tui.key.first',
  },
  { keys: ['G', 'end'], command: 'last', contexts: ['feed'], help: 'tui.key.follow' },
  {
    keys: ['G', 'end'],
    command: 'last',
    contexts: ['detail', 'help', 'card'],
    help: 'tui.key.last',
  },
  {
    keys: ['enter', 'right', 'l'],
    command: 'open',
    contexts: ['feed'],
    help: 'tui.key.open',
    hint: 3,
  },
  { keys: ['tab'], command: 'next', contexts: ['feed'], help: 'tui.key.otherPane' },
  { keys: ['tab'], command: 'next', contexts: ['detail'], help: 'tui.key.nextSection', hint: 2 },
  {
    keys: ['shift-tab'],
    command: 'previous',
    contexts: ['detail'],
    help: 'tui.key.previousSection',
  },
  { keys: ['a'], command: 'answer', contexts: ['feed', 'detail'], help: 'tui.key.answer', hint: 1 },
  {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    command: 'slot',
    contexts: ['feed', 'detail', 'answer'],
    help: 'tui.key.slot',
    hint: 2,
  },
  {
    keys: ['0'],
    command: 'acknowledge',
    contexts: ['feed', 'detail', 'answer'],
    help: 'tui.key.acknowledge',
    hint: 2,
  },
  {
    keys: ['x'],
    command: 'fail',
    contexts: ['feed', 'detail', 'answer'],
    help: 'tui.key.fail',
    hint: 2,
  },
  {
    keys: ['A'],
    command: 'acknowledgeAll',
    contexts: ['feed', 'detail', 'answer'],
    help: 'tui.key.answerAll',
    hint: 6,
  },
  { keys: ['e', 'enter'], command: 'edit', contexts: ['answer'], help: 'tui.key.edit', hint: 1 },
  { keys: ['e'], command: 'edit', contexts: ['feed', 'detail'], help: 'tui.key.edit', hint: 3 },
  { keys: ['i'], command: 'arm', contexts: ['feed', 'detail'], help: 'tui.key.arm', hint: 6 },
  { keys: ['I'], command: 'armed', contexts: ['feed', 'detail'], help: 'tui.key.armed' },
  {
    keys: ['R'],
    command: 'switchRules',
    contexts: ['feed', 'detail'],
    help: 'tui.key.switchRules',
    hint: 7,
  },
  { keys: ['enter'], command: 'accept', contexts: ['arming'], help: 'tui.key.armIt', hint: 1 },
  { keys: ['tab'], command: 'next', contexts: ['arming'], help: 'tui.key.nextField', hint: 2 },
  {
    keys: ['shift-tab'],
    command: 'previous',
    contexts: ['arming'],
    help: 'tui.key.previousField',
  },
  {
    keys: ['down'],
    command: 'moveDown',
    contexts: ['arming'],
    help: 'tui.key.otherChoice',
    hint: 3,
  },
  { keys: ['up'], command: 'moveUp', contexts: ['arming'], help: 'tui.key.previousChoice' },
  { keys: ['escape'], command: 'back', contexts: ['arming'], help: 'tui.key.back', hint: 9 },
  {
    keys: ['left', 'h'],
    command: 'previousChoice',
    contexts: ['armChoice'],
    help: 'tui.key.previousChoice',
  },
  {
    keys: ['right', 'l', 'space'],
    command: 'nextChoice',
    contexts: ['armChoice'],
    help: 'tui.key.otherChoice',
  },
  {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    command: 'slot',
    contexts: ['armChoice'],
    help: 'tui.key.slot',
  },
  { keys: ['up', 'k'], command: 'moveUp', contexts: ['armed'], help: 'tui.key.up' },
  { keys: ['down', 'j'], command: 'moveDown', contexts: ['armed'], help: 'tui.key.down' },
  {
    keys: ['x', 'enter', 'delete'],
    command: 'disarm',
    contexts: ['armed'],
    help: 'tui.key.disarm',
    hint: 1,
  },
  { keys: ['i'], command: 'arm', contexts: ['armed'], help: 'tui.key.arm', hint: 2 },
  {
    keys: ['escape', 'q', 'I'],
    command: 'back',
    contexts: ['armed'],
    help: 'tui.key.back',
    hint: 9,
  },
  ...editingKeys,
  {
    keys: ['n'],
    command: 'compose',
    contexts: ['feed', 'detail'],
    help: 'tui.key.compose',
    hint: 4,
  },
  { keys: ['f'], command: 'filter', contexts: ['feed', 'detail'], help: 'tui.key.filter', hint: 5 },
  {
    keys: ['c'],
    command: 'card',
    contexts: ['feed', 'detail'],
    help: 'tui.key.card',
    hint: 3,
  },
  {
    keys: ['o'],
    command: 'openPage',
    contexts: ['feed', 'detail', 'card'],
    help: 'tui.key.openPage',
    hint: 7,
  },
  { keys: ['enter'], command: 'touch', contexts: ['card'], help: 'tui.key.touch', hint: 2 },
  { keys: ['tab'], command: 'next', contexts: ['card'], help: 'tui.key.nextRegion', hint: 1 },
  {
    keys: ['shift-tab'],
    command: 'previous',
    contexts: ['card'],
    help: 'tui.key.previousRegion',
  },
  { keys: ['v'], command: 'viewer', contexts: ['card'], help: 'tui.key.viewer', hint: 3 },
  { keys: ['t'], command: 'theme', contexts: ['card'], help: 'tui.key.theme', hint: 5 },
  { keys: ['d'], command: 'showData', contexts: ['card'], help: 'tui.key.showData', hint: 4 },
  { keys: ['r'], command: 'forget', contexts: ['card'], help: 'tui.key.forget', hint: 6 },
  { keys: ['enter'], command: 'accept', contexts: ['prompt'], help: 'tui.key.accept', hint: 1 },
  {
    keys: ['space'],
    command: 'toggleItem',
    contexts: ['choice'],
    help: 'tui.key.toggleItem',
    hint: 2,
  },
  { keys: ['escape'], command: 'back', contexts: ['prompt'], help: 'tui.key.cancel', hint: 9 },
  { keys: ['enter'], command: 'accept', contexts: ['form'], help: 'tui.key.accept', hint: 2 },
  { keys: ['ctrl-s'], command: 'submit', contexts: ['form'], help: 'tui.key.submit', hint: 1 },
  { keys: ['tab'], command: 'next', contexts: ['form'], help: 'tui.key.nextField', hint: 3 },
  { keys: ['shift-tab'], command: 'previous', contexts: ['form'], help: 'tui.key.previousField' },
  { keys: ['up'], command: 'moveUp', contexts: ['form'], help: 'tui.key.up' },
  { keys: ['down'], command: 'moveDown', contexts: ['form'], help: 'tui.key.down' },
  {
    keys: ['ctrl-x'],
    command: 'removeVariable',
    contexts: ['form'],
    help: 'tui.key.removeVariable',
    hint: 4,
  },
  ...textKeys,
  {
    keys: ['y', 'enter', 'q'],
    command: 'quit',
    contexts: ['confirm'],
    help: 'tui.key.quitAnyway',
    hint: 1,
  },
  { keys: ['n', 'escape'], command: 'back', contexts: ['confirm'], help: 'tui.key.stay', hint: 2 },
  {
    keys: ['?', 'f1'],
    command: 'help',
    contexts: ['feed', 'detail', 'answer', 'help', 'card'],
    help: 'tui.key.help',
    hint: 8,
  },
  { keys: ['f1'], command: 'help', contexts: ['form'], help: 'tui.key.help', hint: 8 },
  {
    keys: ['escape', 'q', 'left', 'h'],
    command: 'back',
    contexts: ['detail'],
    help: 'tui.key.back',
    hint: 9,
  },
  {
    keys: ['escape', 'q'],
    command: 'back',
    contexts: ['answer', 'help', 'card'],
    help: 'tui.key.back',
    hint: 9,
  },
  { keys: ['escape'], command: 'back', contexts: ['form'], help: 'tui.key.back', hint: 9 },
  { keys: ['escape'], command: 'back', contexts: ['feed'], help: 'tui.key.showAll' },
  { keys: ['q'], command: 'quit', contexts: ['feed'], help: 'tui.key.quit', hint: 9 },
  { keys: ['ctrl-c'], command: 'interrupt', contexts: ['global'], help: 'tui.key.interrupt' },
  { keys: ['ctrl-z'], command: 'suspend', contexts: ['global'], help: 'tui.key.suspend' },
  { keys: ['ctrl-l'], command: 'redraw', contexts: ['global'], help: 'tui.key.redraw' },
];

/** @param contexts innermost first */
export function bindingFor(id: string, contexts: readonly KeyContext[]): KeyBinding | undefined {
  for (const context of contexts) {
    const found = keymap.find(
      (binding) => binding.contexts.includes(context) && binding.keys.includes(id),
    );
    if (found) return found;
  }
  return undefined;
}

/** How the help and the bar write a key. */
export function keyLabel(id: string): string {
  return labels[id] ?? id;
}

const labels: Readonly<Record<string, string>> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  escape: 'esc',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  home: 'Home',
  end: 'End',
  f1: 'F1',
};
