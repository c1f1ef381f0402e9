import { describe, expect, test } from 'vitest';
import { all, is, request, text, when } from '../../../../scripts/templates/exported.js';
import { drawCard, drawNode, node } from '../../../support/draw-card.js';

const entry = (id: string, more = {}) => ({
  id,
  text: text(id),
  status: 'normal',
  color: 'blue',
  ...request(id),
  ...more,
});
const block = (buttons: unknown) => node('ButtonBlock', 'bb', { buttons: buttons as never });
const list = (buttons: unknown, more = {}) =>
  node('ButtonList', 'bl', {
    direction: 'horizontal',
    buttons: { type: 'button', list: buttons as never },
    ...more,
  });

describe('ButtonBlock', () => {
  test('stacks its buttons, with the padding of blocks', () => {
    expect(
      drawNode(block([entry('yes'), entry('no', { color: 'gray', status: 'disabled' })])),
    ).toEqual({
      key: 'bb',
      nodeId: 'bb',
      component: 'ButtonBlock',
      margin: { left: 12, right: 12, top: 6, bottom: 6 },
      kind: 'box',
      role: 'buttons',
      direction: 'column',
      align: 'stretch',
      justify: 'start',
      gap: 12,
      children: [
        {
          key: 'bb/button0',
          nodeId: 'bb',
          component: 'ButtonBlock',
          width: { kind: 'fill' },
          kind: 'button',
          text: 'yes',
          colour: 'blue',
          state: 'normal',
          tap: { does: 'request', enabled: true },
        },
        {
          key: 'bb/button1',
          nodeId: 'bb',
          component: 'ButtonBlock',
          width: { kind: 'fill' },
          kind: 'button',
          text: 'no',
          colour: 'gray',
          state: 'disabled',
          tap: { does: 'request', enabled: false, why: 'status' },
        },
      ],
    });
  });

  test('puts them side by side on a wide card of the desktop only', () => {
    const wide = { direction: 'row', wrap: true, children: [{ width: { kind: 'fit' } }] };
    const narrow = { direction: 'column', children: [{ width: { kind: 'fill' } }] };
    const at = (width: number, platform: 'pc' | 'ios') =>
      drawNode(block([entry('a')]), { switches: { width, platform } });
    expect(at(440, 'pc')).toMatchObject(wide);
    expect(at(439, 'pc')).toMatchObject(narrow);
    expect(at(600, 'ios')).toMatchObject(narrow);
  });

  test('a hidden entry is gone and the others keep their index', () => {
    const view = drawCard([block([entry('a', when(all(is('x', 'isTrue')))), entry('b')])], {
      variables: [{ name: 'x', type: 'boolean' }],
    });
    expect(view.root).toMatchObject({
      children: [{ children: [{ key: 'bb/button1', text: 'b' }] }],
    });
    expect(view.bindings.get('bb/button1')?.part).toEqual({ kind: 'button', index: 1 });
    expect(view.bindings.has('bb/button0')).toBe(false);
  });

  test('nothing is shown without buttons', () => {
    expect(drawNode(block([]))).toBeUndefined();
    expect(drawNode(node('ButtonBlock', 'bb'))).toBeUndefined();
  });
});

describe('ButtonList', () => {
  test('is a row of buttons as wide as their text, or of equal shares on a narrow card', () => {
    expect(drawNode(list([entry('a')], { widthMode: 'AutoWidth', marginLeft: 6 }))).toMatchObject({
      role: 'buttons',
      direction: 'row',
      gap: 8,
      wrap: true,
      margin: { left: 6 },
      width: { kind: 'fill' },
      children: [{ key: 'bl/button0', width: { kind: 'fit' } }],
    });
    const narrow = drawNode(list([entry('a')]), { switches: { width: 360 } });
    expect(narrow).toMatchObject({ children: [{ width: { kind: 'grow', weight: 1 } }] });
    expect(narrow).not.toHaveProperty('wrap');
  });

  test('shows icons of entries, which have no switch for them', () => {
    const icon = {
      iconType: 'iconCode',
      iconFont: { type: 'icon', iconType: 'ddIcon', icon: 'icon_refused' },
    };
    expect(drawNode(list([entry('a', icon)]))).toMatchObject({
      children: [{ icon: { name: 'icon_refused' } }],
    });
  });

  test('vertical ones stack', () => {
    expect(drawNode(list([entry('a')], { direction: 'vertical' }))).toMatchObject({
      direction: 'column',
      children: [{ width: { kind: 'fill' } }],
    });
  });

  test('a status without value is found at the entry', () => {
    const view = drawCard([list([entry('a', { status: '' })])]);
    expect(view.findings).toMatchObject([
      {
        code: 'T360',
        path: '$.editorData.schema.componentsTree[0].children[0].props.buttons.list[0].status',
      },
    ]);
  });
});

test.each([['text'], [7], [{ a: 1 }], [[null, 'x', 3]]])(
  'buttons that are %j show nothing and leave a finding',
  (odd) => {
    const view = drawCard([block(odd), list(odd)]);
    expect(view.root).toMatchObject({ children: [] });
    expect(new Set(view.findings.map(({ code }) => code))).toEqual(new Set(['T110']));
    for (const { params } of view.findings) {
      expect(['list-expected', 'object-expected']).toContain(params['why']);
    }
  },
);

test('a list of a hundred thousand buttons is cut', () => {
  const drawn = drawNode(list(Array.from({ length: 100_000 }, () => entry('a'))));
  expect(drawn).toMatchObject({ children: { length: 50 } });
});
