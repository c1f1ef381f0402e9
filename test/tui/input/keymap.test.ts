import { describe, expect, it } from 'vitest';
import { bindingFor, keyLabel, keymap } from '../../../src/tui/input/keymap.js';

describe('keymap', () => {
  it('gives a key one meaning per place', () => {
    const seen = new Map<string, string>();
    for (const { keys, contexts, command } of keymap) {
      for (const key of keys) {
        for (const context of contexts) {
          const place = `${context} ${key}`;
          expect(`${place}: ${seen.get(place) ?? command}`).toBe(`${place}: ${command}`);
          seen.set(place, command);
        }
      }
    }
  });

  it('binds no printable key where text is typed', () => {
    const typed = keymap.filter(({ contexts }) =>
      contexts.some((c) => c === 'form' || c === 'text'),
    );
    for (const { keys } of typed) for (const key of keys) expect(key.length).toBeGreaterThan(1);
  });

  it('prefers the innermost place', () => {
    expect(bindingFor('q', ['answer', 'feed', 'global'])?.command).toBe('back');
    expect(bindingFor('q', ['feed', 'global'])?.command).toBe('quit');
    expect(bindingFor('ctrl-c', ['form', 'text', 'global'])?.command).toBe('interrupt');
    expect(bindingFor('ctrl-q', ['feed', 'global'])).toBeUndefined();
  });

  it('has a way out of every place', () => {
    for (const context of ['feed', 'detail', 'answer', 'form', 'help', 'confirm'] as const) {
      expect(bindingFor('escape', [context])?.command).toBe('back');
    }
  });

  it('writes keys as they are printed on keyboards', () => {
    expect([keyLabel('up'), keyLabel('escape'), keyLabel('ctrl-s'), keyLabel('a')]).toEqual([
      '↑',
      'esc',
      'ctrl-s',
      'a',
    ]);
  });
});
