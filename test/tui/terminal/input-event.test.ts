import { describe, expect, it } from 'vitest';
import { halfWidth, keyId } from '../../../src/tui/terminal/input-event.js';
import { namedKey, textKey } from '../../../src/tui/terminal/key-sequence.js';

const none = { ctrl: false, alt: false, shift: false };

describe('keyId', () => {
  it.each([
    [textKey('G'), 'G'],
    [textKey('G', { ...none, shift: true }), 'G'],
    [textKey(' '), 'space'],
    [textKey('c', { ...none, ctrl: true }), 'ctrl-c'],
    [namedKey('tab', { ...none, shift: true }), 'shift-tab'],
    [namedKey('left', { ctrl: true, alt: true, shift: false }), 'ctrl-alt-left'],
    [namedKey('f1'), 'f1'],
  ])('%o is %s', (key, id) => {
    expect(keyId(key)).toBe(id);
  });
});

describe('halfWidth', () => {
  it.each([
    ['ｊ', 'j'],
    ['？', '?'],
    ['０', '0'],
    ['\u3000', ' '],
    ['中', '中'],
    ['j', 'j'],
  ])('%s means %s', (typed, meant) => {
    expect(halfWidth(textKey(typed)).text).toBe(meant);
  });

  it('leaves keys without text alone', () => {
    const key = namedKey('up');
    expect(halfWidth(key)).toBe(key);
  });
});
