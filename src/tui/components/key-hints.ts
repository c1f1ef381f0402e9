import type { Translate } from '../../i18n/translate.js';
import {
  bindingFor,
  type Command,
  type KeyBinding,
  type KeyContext,
  keyLabel,
  keymap,
} from '../input/keymap.js';
import { type Line, lineWidth, span } from './spans.js';

/** What can be done now, from the keymap. Only whole hints are shown; the way out and help come last and stay. */
export function keyHints(
  contexts: readonly KeyContext[],
  applies: (command: Command) => boolean,
  width: number,
  t: Translate,
): Line {
  const seen = new Set<Command>();
  const hints = contexts.flatMap((context) =>
    keymap.filter((binding) => {
      if (binding.hint === undefined || !binding.contexts.includes(context)) return false;
      if (seen.has(binding.command) || !applies(binding.command)) return false;
      // A key that means something else further in is not offered.
      if (!binding.keys.some((key) => bindingFor(key, contexts) === binding)) return false;
      seen.add(binding.command);
      return true;
    }),
  );
  const sorted = hints.toSorted((a, b) => (a.hint ?? 0) - (b.hint ?? 0));
  const kept = sorted.filter((binding) => (binding.hint ?? 0) >= 8).map((b) => hintLine(b, t));
  let room = width - kept.reduce((sum, line) => sum + lineWidth(line), 0);
  const shown: Line[] = [];
  for (const binding of sorted.filter((one) => (one.hint ?? 0) < 8)) {
    const line = hintLine(binding, t);
    if (lineWidth(line) > room) break;
    room -= lineWidth(line);
    shown.push(line);
  }
  return [...shown, ...kept].flat();
}

function hintLine(binding: KeyBinding, t: Translate): Line {
  return [span(' '), span(keysText(binding), 'key'), span(` ${t(binding.help)} `, 'quiet')];
}

/** `1-9` for a run of digits, else the first key. */
function keysText(binding: KeyBinding): string {
  const [first = '', ...rest] = binding.keys;
  return rest.length > 4 ? `${first}-${rest.at(-1)}` : keyLabel(first);
}
