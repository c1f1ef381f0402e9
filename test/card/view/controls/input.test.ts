import { describe, expect, test } from 'vitest';
import { bound, fixed, ref, text } from '../../../../scripts/templates/exported.js';
import { drawCard, drawNode, node } from '../../../support/draw-card.js';

const normal = { status: fixed('dynamicSelect', 'normal') };
const local = { actionType: 'setLocalState', localVarAction: ref('l_text', 'string') };
const draw = (props: object, input = {}) =>
  drawNode(node('Input', 'i', { id: text('input'), ...normal, ...props }), {
    variables: [{ name: 'v', type: 'string' }],
    locals: { l_text: 'string', l_object: 'dynamicObject' },
    ...input,
  });

describe('Input', () => {
  test('a popup one is drawn with what its prompt says', () => {
    const props = {
      title: text('备注 ${v}'),
      message: text('说点什么'),
      placeholder: text('请输入'),
      currentValue: text('${v}'),
      actionType: 'request',
      inlineMode: false,
    };
    expect(draw(props, { cardData: { v: '旧值' } })).toEqual({
      key: 'i',
      nodeId: 'i',
      component: 'Input',
      margin: { left: 12, right: 12, top: 6, bottom: 6 },
      state: 'normal',
      tap: { does: 'request', enabled: true },
      kind: 'input',
      title: '备注 旧值',
      message: '说点什么',
      placeholder: '请输入',
      value: '旧值',
      inline: false,
      multiline: false,
    });
  });

  test('an inline text area has rows', () => {
    const props = {
      ...local,
      inlineMode: true,
      textArea: true,
      minRows: fixed('dynamicNumber', 3),
      maxRows: fixed('dynamicNumber', 1),
    };
    expect(draw(props)).toMatchObject({ inline: true, multiline: true, minRows: 3, maxRows: 3 });
    expect(draw({ textArea: true })).toMatchObject({ minRows: 2, maxRows: 6 });
    expect(draw({ textArea: true, minRows: 1e9, maxRows: -5 })).toMatchObject({
      minRows: 100,
      maxRows: 100,
    });
  });

  test('what was entered locally is shown before the bound value, and an empty text is not', () => {
    const props = { ...local, currentValue: text('${v}') };
    const at = (l_text: unknown) =>
      draw(props, { cardData: { v: '服务端' }, localData: { l_text } });
    expect(at('本地')).toMatchObject({
      value: '本地',
      tap: { does: 'setLocalState', enabled: true },
    });
    expect(at('')).toMatchObject({ value: '服务端' });
    expect(at(undefined)).toMatchObject({ value: '服务端' });
  });

  test('a write target left over in one that sends is not shown', () => {
    const props = { ...local, actionType: 'request', currentValue: text('${v}') };
    expect(draw(props, { cardData: { v: 'a' }, localData: { l_text: 'b' } })).toMatchObject({
      value: 'a',
    });
  });

  test('one key of a dynamicObject is its own', () => {
    const props = {
      actionType: 'setLocalState',
      localVarAction: ref('l_object', 'dynamicObject'),
      keyOfDynamicObject: text('pn'),
    };
    expect(draw(props, { localData: { l_object: { pn: '139', other: 'x' } } })).toMatchObject({
      value: '139',
    });
    expect(draw(props, { localData: { l_object: 'text' } })).toMatchObject({ value: '' });
    expect(draw(props)).toMatchObject({ value: '' });
  });

  test.each([
    ['disabled', 'disabled', 'status'],
    ['loading', 'loading', 'status'],
    ['', 'disabled', 'status-unset'],
  ])('status %j', (status, state, why) => {
    expect(draw({ status })).toMatchObject({ state, tap: { enabled: false, why } });
  });

  test('a status whose variable is unset is a finding', () => {
    const view = drawCard([node('Input', 'i', { status: bound('dynamicSelect', 'v') })], {
      variables: [{ name: 'v', type: 'string' }],
    });
    expect(view.findings).toMatchObject([
      { code: 'T360', params: { component: 'Input', value: 'v' } },
    ]);
  });

  test('is of one width on wide cards of the desktop, unless it has its own', () => {
    const wide = { switches: { width: 440 } };
    expect(draw({}, wide)).toMatchObject({ width: { kind: 'fixed', px: 296 } });
    expect(draw({ isFixedWidth: true, width: 50 }, wide)).toMatchObject({
      width: { kind: 'fixed', px: 50 },
    });
    expect(draw({}, { switches: { width: 439 } })).not.toHaveProperty('width');
    expect(draw({}, { switches: { width: 600, platform: 'ios' } })).not.toHaveProperty('width');
  });

  test.each([
    [{ a: [1] }, '{"a":[1]}'],
    [[1, 2], '[1,2]'],
    [12, '12'],
    [true, 'true'],
  ])('local data %j is shown as %s', (l_text, value) => {
    expect(draw(local, { localData: { l_text } })).toMatchObject({ value });
  });
});
