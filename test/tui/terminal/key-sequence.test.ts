import { describe, expect, it } from 'vitest';
import { controlKey, csiEvent, ss3Key } from '../../../src/tui/terminal/key-sequence.js';

describe('control sequences', () => {
  it.each([
    ['', 'A', { name: 'up', ctrl: false, alt: false, shift: false }],
    ['1;5', 'D', { name: 'left', ctrl: true, alt: false, shift: false }],
    ['1;3', 'C', { name: 'right', ctrl: false, alt: true, shift: false }],
    ['3', '~', { name: 'delete' }],
    ['5;2', '~', { name: 'pageup', shift: true }],
    ['24', '~', { name: 'f12' }],
    ['', 'Z', { name: 'tab', shift: true }],
    ['97;5', 'u', { name: 'a', text: '', ctrl: true }],
    ['97;2', 'u', { name: 'A', text: 'A', shift: true }],
    ['20013', 'u', { name: '中', text: '中' }],
    ['27', 'u', { name: 'escape' }],
    ['13;3', 'u', { name: 'enter', alt: true }],
    ['57419', 'u', { name: 'up' }],
    ['27;5;105', '~', { name: 'i', ctrl: true }],
  ])('%s%s is a key', (params, final, key) => {
    expect(csiEvent(params, final)).toMatchObject({ type: 'key', ...key });
  });

  it.each([
    ['97;1:3', 'u', 'a released key'],
    ['?1;2', 'c', 'a device report'],
    ['>0;276;0', 'c', 'another report'],
    ['12;40', 'R', 'a function key or a cursor report, dropped unless it is F3'],
    ['57350', 'u', 'a key of the private area'],
    ['55296', 'u', 'half a surrogate pair'],
    ['99999999', 'u', 'no code point'],
    ['99', '~', 'an unknown number'],
    ['', 'y', 'an unknown letter'],
  ])('%s%s (%s) types nothing', (params, final) => {
    const event = csiEvent(params, final);
    expect(event?.type === 'key' ? event.text : '').toBe('');
  });

  it('reads SGR mouse reports, counted from 0', () => {
    expect(csiEvent('<0;10;5', 'M')).toEqual({
      type: 'mouse',
      action: 'press',
      button: 0,
      column: 9,
      row: 4,
    });
    expect(csiEvent('<0;10;5', 'm')).toMatchObject({ action: 'release' });
    expect(csiEvent('<65;1;1', 'M')).toMatchObject({ action: 'wheelDown' });
    expect(csiEvent('<35;1;1', 'M')).toMatchObject({ action: 'move' });
    expect(csiEvent('<0;;', 'M')).toBeUndefined();
  });

  it('reads focus reports', () => {
    expect(csiEvent('', 'I')).toEqual({ type: 'focus', isFocused: true });
    expect(csiEvent('', 'O')).toEqual({ type: 'focus', isFocused: false });
  });
});

it('control characters are keys', () => {
  const names = [0, 1, 9, 13, 26, 31, 127, 8].map((code) => controlKey(code));
  expect(names.map((key) => `${key?.ctrl ? 'ctrl-' : ''}${key?.name}`)).toEqual([
    'ctrl-space',
    'ctrl-a',
    'tab',
    'enter',
    'ctrl-z',
    'ctrl-_',
    'backspace',
    'backspace',
  ]);
  expect(controlKey(27)).toBeUndefined();
});

it('application-mode letters are keys, unknown ones nothing', () => {
  expect([ss3Key('A')?.name, ss3Key('P')?.name, ss3Key('M')?.name, ss3Key('z')]).toEqual([
    'up',
    'f1',
    'enter',
    undefined,
  ]);
});
