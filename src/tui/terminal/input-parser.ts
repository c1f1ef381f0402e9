import type { Cancel, Clock } from '../../base/clock.js';
import { graphemes } from '../../base/graphemes.js';
import type { InputEvent, KeyEvent } from './input-event.js';
import { controlKey, csiEvent, namedKey, noMods, ss3Key, textKey } from './key-sequence.js';

export interface InputParser {
  push(bytes: Uint8Array): void;
  /** Forgets what is incomplete and stops the timers. */
  reset(): void;
}

/** An ESC alone for this long is the key; a sequence that stays incomplete is dropped. */
const escapeWaitMs = 30;
const pasteWaitMs = 30_000;
/** UTF-16 units. */
const pasteCap = 1024 * 1024;
const csiCap = 128;
const stringCap = 65_536;
const pasteStart = '\u001b[200~';
const pasteEnd = '\u001b[201~';

/** Bytes from the terminal to events: one key each, however they arrive in chunks. */
export function createInputParser(clock: Clock, emit: (event: InputEvent) => void): InputParser {
  let decoder = new TextDecoder('utf-8');
  let pending = '';
  let paste: { text: string; isCut: boolean } | undefined;
  let cancelWait: Cancel | undefined;

  function wait(delayMs: number, run: () => void): void {
    cancelWait?.();
    cancelWait = clock.after(delayMs, run);
  }

  function drain(): void {
    for (;;) {
      if (paste) {
        if (!drainPaste(paste)) return;
        continue;
      }
      if (pending === '') return;
      const used = pending.startsWith('\u001b') ? drainEscape() : drainText();
      if (used === 0) {
        wait(escapeWaitMs, giveUp);
        return;
      }
      pending = pending.slice(used);
    }
  }

  /** True when the paste is complete. */
  function drainPaste(open: { text: string; isCut: boolean }): boolean {
    const end = pending.indexOf(pasteEnd);
    // The end mark itself may be split over two chunks.
    const upTo = end >= 0 ? end : Math.max(0, pending.length - pasteEnd.length + 1);
    const room = pasteCap - open.text.length;
    open.text += pending.slice(0, Math.min(upTo, room));
    if (upTo > room) open.isCut = true;
    pending = pending.slice(end >= 0 ? end + pasteEnd.length : upTo);
    if (end < 0) {
      wait(pasteWaitMs, abandonPaste);
      return false;
    }
    finishPaste();
    return true;
  }

  /** The end never came: what was held back as its possible beginning is text after all. */
  function abandonPaste(): void {
    if (paste) paste.text += pending;
    pending = '';
    finishPaste();
  }

  function finishPaste(): void {
    const done = paste;
    paste = undefined;
    if (done && done.text !== '') {
      emit({ type: 'paste', text: done.text.replace(/\r\n?/g, '\n'), isCut: done.isCut });
    }
  }

  function drainText(): number {
    const code = pending.charCodeAt(0);
    if (code < 0x20 || code === 0x7f) {
      const key = controlKey(code);
      if (key) emit(key);
      return 1;
    }
    const end = pending.search(/[\u0000-\u001f\u007f]/);
    const run = end < 0 ? pending : pending.slice(0, end);
    const text = run.replace(/[\u0080-\u009f\ufffd\ufeff]/g, '');
    for (const grapheme of graphemes(text)) emit(textKey(grapheme));
    return run.length;
  }

  /** UTF-16 units used; 0 when more is needed. */
  function drainEscape(): number {
    const next = pending[1];
    if (next === undefined) return 0;
    if (next === '[') return drainCsi(2, false);
    if (next === 'O') {
      const letter = pending[2];
      if (letter === undefined) return 0;
      const key = ss3Key(letter);
      if (key) emit(key);
      return 3;
    }
    if (next === ']' || next === 'P' || next === '_' || next === '^' || next === 'X') {
      return drainString();
    }
    if (next === '\u001b') {
      // Some terminals put an ESC before a sequence for alt; two presses of ESC look the same.
      if (pending[2] === '[') return drainCsi(3, true);
      emit(namedKey('escape'));
      return 1;
    }
    const code = next.charCodeAt(0);
    if (code < 0x20 || code === 0x7f) {
      const key = controlKey(code);
      if (key) emit({ ...key, alt: true });
      return 2;
    }
    const grapheme = graphemes(pending.slice(1, 40))[0] ?? next;
    emit(textKey(grapheme, { ...noMods, alt: true }));
    return 1 + grapheme.length;
  }

  function drainCsi(from: number, alt: boolean): number {
    if (pending.startsWith(pasteStart)) {
      paste = { text: '', isCut: false };
      return pasteStart.length;
    }
    // X10 mouse reports carry three raw bytes after the final character.
    if (pending[from] === 'M') return pending.length < from + 4 ? 0 : from + 4;
    // The Linux console's function keys.
    if (pending[from] === '[') return pending.length < from + 2 ? 0 : from + 2;
    let at = from;
    while (at < pending.length && /[\u0020-\u003f]/.test(pending[at] as string)) at++;
    const final = pending[at];
    if (final === undefined) return pending.length > csiCap ? pending.length : 0;
    // Another sequence begins inside this one, or it is no sequence: what was read is dropped.
    if (!/[\u0040-\u007e]/.test(final)) return at;
    const event = csiEvent(pending.slice(from, at), final);
    if (event) emit(alt && event.type === 'key' ? { ...event, alt: true } : event);
    return at + 1;
  }

  /** OSC, DCS, APC, PM: answers to questions, none of them a key. */
  function drainString(): number {
    const end = /\u0007|\u001b\\/.exec(pending.slice(2));
    if (end) return 2 + end.index + end[0].length;
    return pending.length > stringCap ? pending.length : 0;
  }

  /** Nothing followed in time: a lone ESC is the key, the rest was no input. */
  function giveUp(): void {
    const left = pending;
    pending = '';
    const key = incompleteKey(left);
    if (key) emit(key);
  }

  return {
    push(bytes) {
      cancelWait?.();
      cancelWait = undefined;
      pending += decoder.decode(bytes, { stream: true });
      drain();
    },
    reset() {
      cancelWait?.();
      cancelWait = undefined;
      decoder = new TextDecoder('utf-8');
      pending = '';
      paste = undefined;
    },
  };
}

function incompleteKey(text: string): KeyEvent | undefined {
  if (text === '\u001b') return namedKey('escape');
  if (text === '\u001b[' || text === '\u001bO') {
    return textKey(text.slice(1), { ...noMods, alt: true });
  }
  return undefined;
}
