import { describe, expect, it } from 'vitest';
import { readScriptMessage } from '../../src/answer/script-message.js';

describe('messages of a worker thread', () => {
  it.each([
    { kind: 'ready' },
    { kind: 'unusable', reason: 'load', detail: 'x' },
    { kind: 'output', text: 'x' },
    { kind: 'skipped', id: 1 },
    { kind: 'value', id: 1, text: '{}' },
    { kind: 'value', id: 1, text: undefined },
    { kind: 'failed', id: 1, reason: 'threw', detail: 'x' },
  ])('$kind is one', (message) => {
    expect(readScriptMessage(message)).toEqual(message);
  });

  it.each([
    [undefined],
    [null],
    ['ready'],
    [{}],
    [{ kind: 'value' }],
    [{ kind: 'value', id: 1, text: 1 }],
    [{ kind: 'output', text: {} }],
    [{ kind: 'failed', id: 1, reason: 'other', detail: 'x' }],
    [{ kind: 'failed', id: '1', reason: 'threw', detail: 'x' }],
    [{ kind: 'unusable', reason: 'load' }],
    [{ kind: 'hello', id: 1 }],
  ])('%j is none', (message) => {
    expect(readScriptMessage(message)).toBeUndefined();
  });
});
