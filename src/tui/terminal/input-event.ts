/** What the terminal sent, decoded. */
export type InputEvent = KeyEvent | PasteEvent | MouseEvent | FocusEvent;

/**
 * One key. `name` is a lower-case word (`enter`, `up`, `f1`) or, for a printable key, its text;
 * `text` is what it types and empty for the others.
 */
export interface KeyEvent {
  readonly type: 'key';
  readonly name: string;
  readonly text: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

/** Text pasted as one piece, line breaks as `\n`. */
export interface PasteEvent {
  readonly type: 'paste';
  readonly text: string;
  /** True when it was longer than the cap and lost its end. */
  readonly isCut: boolean;
}

/** `column` and `row` start at 0. */
export interface MouseEvent {
  readonly type: 'mouse';
  readonly action: 'press' | 'release' | 'move' | 'wheelUp' | 'wheelDown';
  readonly button: number;
  readonly column: number;
  readonly row: number;
}

export interface FocusEvent {
  readonly type: 'focus';
  readonly isFocused: boolean;
}

/** The key as the keymap writes it: `ctrl-c`, `shift-tab`, `alt-left`, `G`. */
export function keyId(key: KeyEvent): string {
  const isText = key.text !== '';
  const mods = [
    key.ctrl ? 'ctrl-' : '',
    key.alt ? 'alt-' : '',
    key.shift && !isText ? 'shift-' : '',
  ];
  return mods.join('') + (key.text === ' ' ? 'space' : key.name);
}

/** Full-width letters of an input method in use (U+FF01–FF5E, U+3000) as the keys that were meant. */
export function halfWidth(key: KeyEvent): KeyEvent {
  const code = key.text.codePointAt(0) ?? 0;
  if (key.text.length !== 1) return key;
  if (code === 0x3000) return { ...key, name: ' ', text: ' ' };
  if (code < 0xff01 || code > 0xff5e) return key;
  const text = String.fromCharCode(code - 0xfee0);
  return { ...key, name: text, text };
}
