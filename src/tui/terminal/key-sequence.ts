import type { InputEvent, KeyEvent } from './input-event.js';

type Mods = Pick<KeyEvent, 'ctrl' | 'alt' | 'shift'>;

export const noMods: Mods = { ctrl: false, alt: false, shift: false };

export function namedKey(name: string, mods: Mods = noMods): KeyEvent {
  return { type: 'key', name, text: '', ...mods };
}

export function textKey(text: string, mods: Mods = noMods): KeyEvent {
  const types = !mods.ctrl && !mods.alt;
  return { type: 'key', name: text, text: types ? text : '', ...mods };
}

const byLetter: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  E: 'center',
  F: 'end',
  H: 'home',
  P: 'f1',
  Q: 'f2',
  R: 'f3',
  S: 'f4',
};

const byNumber: Readonly<Record<number, string>> = {
  1: 'home',
  2: 'insert',
  3: 'delete',
  4: 'end',
  5: 'pageup',
  6: 'pagedown',
  7: 'home',
  8: 'end',
  11: 'f1',
  12: 'f2',
  13: 'f3',
  14: 'f4',
  15: 'f5',
  17: 'f6',
  18: 'f7',
  19: 'f8',
  20: 'f9',
  21: 'f10',
  23: 'f11',
  24: 'f12',
};

/** Code points that stand for a key rather than for text, also in the kitty protocol. */
const byCode: Readonly<Record<number, string>> = {
  8: 'backspace',
  9: 'tab',
  13: 'enter',
  27: 'escape',
  127: 'backspace',
  57_414: 'enter',
  57_417: 'left',
  57_418: 'right',
  57_419: 'up',
  57_420: 'down',
  57_421: 'pageup',
  57_422: 'pagedown',
  57_423: 'home',
  57_424: 'end',
  57_425: 'insert',
  57_426: 'delete',
};

/** A C0 control or DEL; undefined when no key sends it. */
export function controlKey(code: number): KeyEvent | undefined {
  const name = byCode[code];
  if (name !== undefined && code !== 27) return namedKey(name);
  if (code === 0) return namedKey('space', { ...noMods, ctrl: true });
  if (code >= 1 && code <= 26) {
    return namedKey(String.fromCharCode(code + 96), { ...noMods, ctrl: true });
  }
  if (code >= 28 && code <= 31) {
    return namedKey(String.fromCharCode(code + 64), { ...noMods, ctrl: true });
  }
  return undefined;
}

/** `ESC O x`. */
export function ss3Key(letter: string): KeyEvent | undefined {
  if (letter === 'M') return namedKey('enter');
  const name = byLetter[letter];
  return name === undefined ? undefined : namedKey(name);
}

/**
 * A complete control sequence, `params` without `ESC [` and the final character. Undefined for
 * everything that is not input, such as reports: it is dropped, never typed.
 */
export function csiEvent(params: string, final: string): InputEvent | undefined {
  if (params.startsWith('<')) return mouseEvent(params.slice(1), final);
  if (params === '' && (final === 'I' || final === 'O')) {
    return { type: 'focus', isFocused: final === 'I' };
  }
  if (!/^[\d;:]*$/.test(params)) return undefined;
  const fields = params.split(';').map((field) => field.split(':').map(Number));
  const first = fields[0]?.[0] ?? 0;
  const [modifier = 1, eventType = 1] = fields[1] ?? [];
  // A key release; only reported by terminals that were asked, or that ignore what they were asked.
  if (eventType === 3) return undefined;
  const mods = modsOf(modifier);
  if (final === 'Z') return namedKey('tab', { ...noMods, shift: true });
  if (final === 'u') return codeKey(first, mods);
  if (final === '~') {
    if (first === 27) return codeKey(fields[2]?.[0] ?? 0, mods);
    const name = byNumber[first];
    return name === undefined ? undefined : namedKey(name, mods);
  }
  const name = byLetter[final];
  return name === undefined ? undefined : namedKey(name, mods);
}

function modsOf(modifier: number): Mods {
  const bits = Math.max(0, modifier - 1);
  return { shift: (bits & 1) !== 0, alt: (bits & 2) !== 0, ctrl: (bits & 4) !== 0 };
}

function codeKey(code: number, mods: Mods): KeyEvent | undefined {
  const name = byCode[code];
  if (name !== undefined) return namedKey(name, mods);
  if (code < 32 || code > 0x10ffff || (code >= 57_344 && code <= 63_743)) return undefined;
  if (code >= 0xd800 && code <= 0xdfff) return undefined;
  const text = String.fromCodePoint(code);
  const shifted = mods.shift && text.length === 1 ? text.toUpperCase() : text;
  return textKey(mods.ctrl || mods.alt ? text : shifted, mods);
}

function mouseEvent(params: string, final: string): InputEvent | undefined {
  const [code = 0, x = 0, y = 0] = params.split(';').map(Number);
  if ((final !== 'M' && final !== 'm') || !x || !y) return undefined;
  const place = { column: x - 1, row: y - 1 };
  if (code & 64) {
    const action = code & 1 ? 'wheelDown' : 'wheelUp';
    return { type: 'mouse', action, button: code & 3, ...place };
  }
  const action = code & 32 ? 'move' : final === 'M' ? 'press' : 'release';
  return { type: 'mouse', action, button: code & 3, ...place };
}
