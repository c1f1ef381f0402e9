import { describe, expect, test } from 'vitest';
import { bound, ref, request, text } from '../../../../scripts/templates/exported.js';
import type { JsonValue } from '../../../../src/base/json-text.js';
import { drawCard, drawNode, node } from '../../../support/draw-card.js';

const variables = [
  { name: 'f', type: 'form' },
  { name: 'st', type: 'string' },
];
const base = {
  id: 'form',
  formSchema: ref('f', 'form'),
  submitText: text('提交 ${st}'),
  status: 'normal',
  actionType: 'request',
};
const draw = (f: JsonValue, props = {}) =>
  drawNode(node('Form', 'n', { ...base, ...props }), { variables, cardData: { f } });
const find = (f: JsonValue) =>
  drawCard([node('Form', 'n', base)], { variables, cardData: { f } }).findings;
const field = { name: 'a', label: '甲', type: 'TEXT' };

describe('Form', () => {
  test('has its fields and its button', () => {
    expect(draw({ fields: [field] }, { marginLeft: 2 })).toEqual({
      key: 'n',
      nodeId: 'n',
      component: 'Form',
      margin: { left: 14, right: 12, top: 6, bottom: 6 },
      state: 'normal',
      tap: { does: 'request', enabled: true },
      kind: 'form',
      fields: [
        {
          name: 'a',
          label: '甲',
          type: 'TEXT',
          declaredType: 'TEXT',
          hidden: false,
          readOnly: false,
          required: false,
          requiredMsg: '甲是必填项',
          placeholder: '',
          options: [],
        },
      ],
      submitText: '提交 ',
      customSubmit: false,
      children: [],
    });
  });

  test('padding is its own where the file says so', () => {
    const padding = { paddingLeft: 0, paddingRight: 1, paddingTop: 2, paddingBottom: 3 };
    expect(draw({ fields: [] }, padding)).toMatchObject({
      margin: { left: 0, right: 1, top: 2, bottom: 3 },
    });
  });

  test.each([
    ['disabled', 'disabled', 'status'],
    ['loading', 'loading', 'status'],
  ])('status %s gates the button', (status, state, why) => {
    expect(draw({ fields: [field] }, { status })).toMatchObject({
      state,
      tap: { enabled: false, why },
    });
  });

  test('an unset status is dead, and found', () => {
    const unset = { ...base, status: bound('dynamicSelect', 'st', 'normal') };
    expect(draw({ fields: [field] }, unset)).toMatchObject({
      state: 'disabled',
      tap: { why: 'status-unset' },
    });
    const view = drawCard([node('Form', 'n', unset)], {
      variables,
      cardData: { f: { fields: [] } },
    });
    expect(view.findings).toMatchObject([
      { code: 'T360', params: { component: 'Form', value: 'st' } },
    ]);
  });

  test('the button has the usual word where the file has none', () => {
    const { submitText: _, ...rest } = base;
    expect(drawNode(node('Form', 'n', rest), { variables })).toMatchObject({ submitText: '提交' });
  });

  test('buttons of its own replace the built-in one and know their form', () => {
    const button = node('SingleButton', 'b', {
      text: text('送'),
      status: 'normal',
      ...request('go'),
    });
    const source = {
      ...node('Form', 'n', { ...base, customSubmitEvent: true }),
      children: [button],
    };
    const view = drawCard([source], { variables, cardData: { f: { fields: [field] } } });
    expect(view.root).toMatchObject({
      children: [{ key: 'n', customSubmit: true, children: [{ key: 'b', kind: 'button' }] }],
    });
    expect(drawNode(source, { variables })).not.toHaveProperty('tap');
    expect(view.bindings.get('b')?.form).toBe('n');
    expect(view.bindings.get('n')).toMatchObject({ key: 'n' });
    const plain = { ...node('Form', 'n', base), children: [button] };
    expect(drawNode(plain, { variables })).toMatchObject({ children: [] });
  });

  test('inside a loop the button names the form of its item', () => {
    const button = node('SingleButton', 'b', {
      text: text('送'),
      status: 'normal',
      ...request('go'),
    });
    const form = { ...node('Form', 'n', { ...base, customSubmitEvent: true }), children: [button] };
    const view = drawCard([node('Loop', 'l', { listData: ref('rows') }, [form])], {
      variables: [...variables, { name: 'rows', type: 'loopArray', fields: [] }],
      cardData: { rows: [{}, {}], f: { fields: [] } },
    });
    expect(view.bindings.get('b@1')?.form).toBe('n@1');
  });

  test('no fields before the form is sent, and nothing wrong', () => {
    for (const empty of ['', null, {}, { fields: [] }]) {
      expect(draw(empty)).toMatchObject({ kind: 'form', fields: [] });
      expect(find(empty)).toEqual([]);
    }
  });

  test.each([
    ['text', 'D151', 'cardParamMap.f'],
    [5, 'D151', 'cardParamMap.f'],
    [{ fields: 'x' }, 'D150', 'cardParamMap.f.fields'],
    [{ fields: [null] }, 'D152', 'cardParamMap.f.fields[0]'],
    [{ fields: [{ type: 'TEXT' }] }, 'D158', 'cardParamMap.f.fields[0]'],
    [{ fields: [{ name: { a: 1 }, type: 'TEXT' }] }, 'D158', 'cardParamMap.f.fields[0]'],
  ])('%j is found', (f, code, path) => {
    expect(draw(f)).toMatchObject({ fields: [] });
    expect(find(f)).toMatchObject([{ code, path }]);
  });

  test('a bare list of fields is drawn, and found', () => {
    expect(draw([field])).toMatchObject({ fields: [{ name: 'a' }] });
    expect(find([field])).toMatchObject([{ code: 'D151', path: 'cardParamMap.f' }]);
  });

  test('a name counts once, and the second field is found', () => {
    const f = { fields: [field, { ...field, label: '乙' }] };
    expect(draw(f)).toMatchObject({ fields: [{ label: '甲' }] });
    expect(find(f)).toMatchObject([{ code: 'D159', path: 'cardParamMap.f.fields[1].name' }]);
  });

  test('names that objects have by themselves are names', () => {
    const f = { fields: ['__proto__', 'constructor'].map((name) => ({ name, type: 'TEXT' })) };
    expect(draw(f)).toMatchObject({ fields: [{ name: '__proto__' }, { name: 'constructor' }] });
  });

  test('a hundred thousand fields are cut, and found', () => {
    const fields = Array.from({ length: 100_000 }, (_, index) => ({ ...field, name: `f${index}` }));
    expect(draw({ fields })).toMatchObject({ fields: { length: 200 } });
    expect(find({ fields })).toMatchObject([
      { code: 'D153', params: { count: 100_000, shown: 200 } },
    ]);
  });
});
