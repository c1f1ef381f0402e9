import { displayWidth } from '../../base/display-width.js';
import type { MessageKey, Translate } from '../../i18n/translate.js';
import { type KeyBinding, type KeyContext, keyLabel, keymap } from '../input/keymap.js';
import { type Line, span } from './spans.js';

const order: readonly (readonly [KeyContext, MessageKey])[] = [
  ['feed', 'tui.context.feed'],
  ['detail', 'tui.context.detail'],
  ['answer', 'tui.context.answer'],
  ['arming', 'tui.context.arming'],
  ['armChoice', 'tui.context.armChoice'],
  ['armed', 'tui.context.armed'],
  ['answerForm', 'tui.context.answerForm'],
  ['answerJson', 'tui.context.answerJson'],
  ['pin', 'tui.context.pin'],
  ['card', 'tui.context.card'],
  ['prompt', 'tui.context.prompt'],
  ['choice', 'tui.context.choice'],
  ['form', 'tui.context.form'],
  ['text', 'tui.context.text'],
  ['global', 'tui.context.global'],
];

/** Where the help about these contexts begins; innermost first. */
export function helpStart(contexts: readonly KeyContext[]): number {
  const at = order.findIndex(([context]) => context === contexts[0]);
  const before = order.slice(0, Math.max(0, at));
  return before.reduce((rows, [context]) => rows + 2 + bindingsOf(context).length, 0);
}

function bindingsOf(context: KeyContext): readonly KeyBinding[] {
  return keymap.filter((binding) => binding.contexts.includes(context));
}

/** The whole keymap, by place. */
export function helpLines(t: Translate): readonly Line[] {
  return order.flatMap(([context, title], index): Line[] => {
    const bindings = bindingsOf(context);
    return [
      ...(index > 0 ? [[]] : []),
      [span(` ${t(title)}`, 'heading')],
      ...bindings.map((binding): Line => {
        const keys = keysOf(binding.keys);
        const pad = ' '.repeat(Math.max(2, 22 - displayWidth(keys)));
        return [span('   '), span(keys, 'key'), span(pad), span(t(binding.help))];
      }),
    ];
  });
}

function keysOf(keys: readonly string[]): string {
  return keys.length > 4 ? `${keys[0]} – ${keys.at(-1)}` : keys.map(keyLabel).join('  ');
}
