import { describe, expect, test } from 'vitest';
import { bound, text } from '../../../../scripts/templates/exported.js';
import { drawCard, node } from '../../../support/draw-card.js';

const inputs = ['Input', 'SelectBlock', 'MultiSelectBlock', 'DatePickerBlock'];

describe.each(inputs)('%s', (component) => {
  const draw = (props: object) =>
    drawCard([node(component, 'c', { id: text('c'), ...props })], {
      variables: [{ name: 'st', type: 'string' }],
    });
  const first = (props: object) => {
    const { root } = draw(props);
    return root?.kind === 'box' ? root.children[0] : undefined;
  };

  test('can be touched by its key', () => {
    expect(draw({ status: 'normal' }).bindings.get('c')).toMatchObject({
      key: 'c',
      node: { id: 'c' },
    });
    expect(first({ status: 'normal' })).toMatchObject({
      key: 'c',
      tap: { does: 'request', enabled: true },
    });
  });

  test('an unset status is dead and found once', () => {
    const status = bound('dynamicSelect', 'st', 'normal');
    expect(first({ status })).toMatchObject({
      state: 'disabled',
      tap: { enabled: false, why: 'status-unset' },
    });
    expect(draw({ status }).findings.map(({ code }) => code)).toEqual(['T360']);
  });

  test('has the margins of blocks unless the file sets its own', () => {
    expect(first({ status: 'normal' })).toMatchObject({
      margin: { left: 12, right: 12, top: 6, bottom: 6 },
    });
    expect(first({ status: 'normal', marginLeft: 3 })).toMatchObject({
      margin: { left: 3, right: 0, top: 0, bottom: 0 },
    });
  });

  test.each([[null], [7], ['x'], [['a']], [{ a: { b: 1 } }]])(
    'props that are %j are drawn',
    (odd) => {
      const props = Object.fromEntries(
        [
          'id',
          'status',
          'placeholder',
          'options',
          'currentIndex',
          'currentIndexes',
          'currentDate',
          'currentValue',
          'format',
          'pickerType',
          'actionType',
          'localVarAction',
          'keyOfDynamicObject',
          'minRows',
          'textArea',
          'title',
        ].map((name) => [name, odd]),
      );
      const kinds = {
        Input: 'input',
        SelectBlock: 'select',
        MultiSelectBlock: 'select',
        DatePickerBlock: 'date',
      };
      expect(first(props)).toMatchObject({
        component,
        kind: kinds[component as keyof typeof kinds],
      });
    },
  );
});
