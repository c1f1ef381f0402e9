import { describe, expect, test } from 'vitest';
import { bound, fixed, ref } from '../../../../scripts/templates/exported.js';
import { drawNode, node } from '../../../support/draw-card.js';

const shape = {
  variables: [
    { name: 'agreed', type: 'boolean' },
    { name: 'off', type: 'boolean' },
  ],
  locals: { l_check: 'boolean' },
};
const draw = (props: object, input = {}) =>
  drawNode(node('Checkbox', 'c', { ...props }), { ...shape, ...input });
const agreed = { checked: ref('agreed', 'boolean'), actionType: 'request' };

describe('Checkbox', () => {
  test('shows its checked value and can be touched without a status', () => {
    const props = {
      ...agreed,
      disabled: fixed('dynamicBoolean', false),
      size: 'middle',
      sizeType: 'Standard',
      customSize: 30,
    };
    expect(draw(props, { cardData: { agreed: true } })).toEqual({
      key: 'c',
      nodeId: 'c',
      component: 'Checkbox',
      state: 'normal',
      tap: { does: 'request', enabled: true },
      kind: 'checkbox',
      checked: true,
      size: 16,
    });
  });

  test.each([
    [true, true],
    ['true', true],
    [1, true],
    [false, false],
    ['false', false],
    ['', false],
    [0, false],
    [null, false],
  ])('checked %j is %j', (value, checked) => {
    expect(draw(agreed, { cardData: { agreed: value } })).toMatchObject({ checked });
  });

  test('disabled ones cannot be touched', () => {
    const off = { ...agreed, disabled: bound('dynamicBoolean', 'off', false) };
    expect(draw(off, { cardData: { off: true } })).toMatchObject({
      state: 'disabled',
      tap: { enabled: false, why: 'status' },
    });
    expect(draw(off)).toMatchObject({ state: 'normal' });
  });

  test('what a touch writes is not what is shown, unless both are one variable', () => {
    const props = { actionType: 'setLocalState', localVarAction: ref('l_check', 'boolean') };
    const localData = { l_check: true };
    expect(draw({ ...props, checked: ref('agreed', 'boolean') }, { localData })).toMatchObject({
      checked: false,
    });
    expect(draw({ ...props, checked: ref('l_check', 'boolean') }, { localData })).toMatchObject({
      checked: true,
    });
  });

  test('without a binding the variable written to is shown', () => {
    const props = { actionType: 'setLocalState', localVarAction: ref('l_check', 'boolean') };
    expect(draw(props, { localData: { l_check: true } })).toMatchObject({ checked: true });
    expect(draw(props, { localData: { l_check: 'false' } })).toMatchObject({ checked: false });
    expect(draw(props)).toMatchObject({ checked: false });
    expect(draw({ checked: true })).toMatchObject({ checked: true });
    expect(draw({ checked: fixed('dynamicBoolean', true) })).toMatchObject({ checked: true });
  });

  test('sizes', () => {
    expect(draw({ ...agreed, sizeType: 'Custom', customSize: 30 })).toMatchObject({ size: 30 });
    expect(draw({ ...agreed, sizeType: 'Custom', customSize: -1 })).toMatchObject({ size: 16 });
    expect(draw({ ...agreed, size: 'large' })).toMatchObject({ size: 20 });
    expect(draw({ ...agreed, size: { a: 1 } })).toMatchObject({ size: 16 });
  });
});
