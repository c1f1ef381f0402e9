import { describe, expect, test } from 'vitest';
import { ref, text } from '../../../../scripts/templates/exported.js';
import { drawNode, node } from '../../../support/draw-card.js';

const shown = (props: object, localData: object, locals: Record<string, string>) => {
  const drawn = drawNode(node('Input', 'i', { id: text('i'), status: 'normal', ...props }), {
    locals,
    localData: localData as never,
  });
  return drawn?.kind === 'input' ? drawn.value : undefined;
};

describe('the value a control keeps locally', () => {
  test('is read from the variable written to, also without actionType', () => {
    expect(shown({ localVarAction: ref('l') }, { l: 'x' }, { l: 'string' })).toBe('x');
  });

  test('the declared type tells a dynamicObject where the binding does not', () => {
    const props = { localVarAction: ref('l'), keyOfDynamicObject: text('k') };
    expect(shown(props, { l: { k: 'x' } }, { l: 'dynamicObject' })).toBe('x');
    expect(shown(props, { l: { k: 'x' } }, { l: 'object' })).toBe('{"k":"x"}');
  });

  test('keys that objects inherit hold nothing', () => {
    const props = { localVarAction: ref('l'), keyOfDynamicObject: text('constructor') };
    expect(shown(props, { l: {} }, { l: 'dynamicObject' })).toBe('');
  });

  test('a bare text names the variable', () => {
    expect(
      shown({ localVarAction: 'l', actionType: 'setLocalState' }, { l: 'x' }, { l: 'string' }),
    ).toBe('x');
  });

  test('no target, no value', () => {
    expect(shown({ actionType: 'setLocalState', localVarAction: ref('') }, {}, {})).toBe('');
  });
});
