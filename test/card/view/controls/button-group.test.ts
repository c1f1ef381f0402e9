import { describe, expect, test } from 'vitest';
import { ref, request, text } from '../../../../scripts/templates/exported.js';
import type { JsonValue } from '../../../../src/base/json-text.js';
import { drawCard, drawNode, node } from '../../../support/draw-card.js';

const variables = [{ name: 'btns', type: 'buttonGroup' }];
const group = (more = {}) =>
  node('ButtonGroup', 'g', {
    buttonsSource: 'variable',
    dynamicButtons: ref('btns'),
    buttonSpacing: 8,
    marginLeft: 12,
    ...more,
  });
const draw = (btns: JsonValue, more = {}) =>
  drawNode(group(more), { variables, cardData: { btns } });
const find = (btns: JsonValue) => drawCard([group()], { variables, cardData: { btns } }).findings;

const send = (actionId: string, params = {}) => ({
  type: 'sendCardRequest',
  params: { actionId, params },
});
const item = (more = {}) => ({
  text: '批准',
  color: 'blue',
  status: 'normal',
  event: send('ok'),
  ...more,
});

describe('buttons from data', () => {
  test('share the row and keep their events', () => {
    const btns = [
      item(),
      item({
        text: '官网',
        color: 'gray',
        event: { type: 'openLink', params: { url: 'https://a.example/' } },
      }),
      item({ text: '停', color: 'red', status: 'disabled' }),
    ];
    const view = drawCard([group()], { variables, cardData: { btns } });
    const share = {
      nodeId: 'g',
      component: 'ButtonGroup',
      width: { kind: 'grow', weight: 1 },
      kind: 'button',
    };
    expect(view.root).toMatchObject({
      children: [
        {
          key: 'g',
          role: 'buttons',
          direction: 'row',
          gap: 8,
          margin: { left: 12, right: 0, top: 0, bottom: 0 },
          children: [
            {
              ...share,
              key: 'g/data0',
              text: '批准',
              colour: 'blue',
              state: 'normal',
              tap: { does: 'dynamicEvent', enabled: true },
            },
            {
              ...share,
              key: 'g/data1',
              text: '官网',
              colour: 'gray',
              state: 'normal',
              tap: { does: 'dynamicEvent', enabled: true },
            },
            {
              ...share,
              key: 'g/data2',
              text: '停',
              colour: 'red',
              state: 'disabled',
              tap: { does: 'dynamicEvent', enabled: false, why: 'status' },
            },
          ],
        },
      ],
    });
    expect(view.bindings.get('g/data0')?.part).toEqual({
      kind: 'data',
      event: send('ok'),
      enabled: true,
    });
    expect(view.bindings.get('g/data2')?.part).toMatchObject({ enabled: false });
    expect(view.findings).toEqual([]);
  });

  test('matchContent leaves them as wide as their text', () => {
    expect(draw([item()], { matchContent: true })).toMatchObject({
      wrap: true,
      children: [{ width: { kind: 'fit' } }],
    });
  });

  test('a responsive group stacks on narrow cards', () => {
    const at = (width: number) =>
      drawNode(group({ enableResponsiveLayout: true, responsiveLayoutWidth: 350 }), {
        variables,
        cardData: { btns: [item()] },
        switches: { width },
      });
    expect(at(349)).toMatchObject({ direction: 'column', children: [{ width: { kind: 'fill' } }] });
    expect(at(350)).toMatchObject({ direction: 'row' });
  });

  test('no status is dead, and found in the data', () => {
    const { status, ...unset } = item();
    expect(status).toBe('normal');
    expect(draw([unset])).toMatchObject({
      children: [{ state: 'disabled', tap: { enabled: false, why: 'status-unset' } }],
    });
    expect(find([unset])).toMatchObject([{ code: 'T360', path: 'cardParamMap.btns[0].status' }]);
  });

  test.each([
    [null],
    ['open'],
    [{}],
    [{ type: 'openLink', params: {} }],
    [{ type: 'openLink', params: null }],
  ])('event %j does nothing, and is found', (event) => {
    expect(draw([item({ event })])).toMatchObject({
      children: [{ tap: { enabled: false, why: 'no-action' } }],
    });
    expect(find([item({ event })])).toMatchObject([
      { code: 'D161', path: 'cardParamMap.btns[0].event' },
    ]);
  });

  test('an event without actionId sends nothing, and is found', () => {
    const event = { type: 'sendCardRequest', params: { params: { a: 1 } } };
    expect(draw([item({ event })])).toMatchObject({
      children: [{ tap: { enabled: false, why: 'no-action-id' } }],
    });
    expect(find([item({ event })])).toMatchObject([
      { code: 'D161', path: 'cardParamMap.btns[0].event' },
    ]);
  });

  test('a text may be one per locale, and is never filled in', () => {
    expect(draw([item({ text: { zh_CN: '好', en_US: 'OK' } })])).toMatchObject({
      children: [{ text: '好' }],
    });
    expect(draw([item({ text: '${btns}' })])).toMatchObject({ children: [{ text: '${btns}' }] });
  });

  test('nothing is shown while the variable is empty', () => {
    for (const empty of [[], '', null]) expect(draw(empty)).toBeUndefined();
    expect(find('')).toEqual([]);
  });

  test.each([['approve'], [{ text: 'x' }], [5]])('%j is no list: nothing, and a finding', (odd) => {
    expect(draw(odd)).toBeUndefined();
    expect(find(odd)).toMatchObject([{ code: 'D150', path: 'cardParamMap.btns' }]);
  });

  test('entries that are no buttons are left out, the others keep their keys', () => {
    expect(draw([null, 'x', item()])).toMatchObject({ children: [{ key: 'g/data2' }] });
    expect(find([null, item()])).toMatchObject([{ code: 'D152', path: 'cardParamMap.btns[0]' }]);
  });

  test('a list of a hundred thousand is cut, and found', () => {
    const many = Array.from({ length: 100_000 }, () => item());
    expect(draw(many)).toMatchObject({ children: { length: 50 } });
    expect(find(many)).toMatchObject([{ code: 'D153', params: { count: 100_000, shown: 50 } }]);
  });

  test('keys of data that objects inherit are plain data', () => {
    const btns = JSON.parse(
      '[{"__proto__":{"text":"x","status":"normal"},"constructor":1}]',
    ) as JsonValue;
    expect(draw(btns)).toMatchObject({ children: [{ text: '', state: 'disabled' }] });
  });
});

describe('fixed buttons', () => {
  const one = (id: string, props = {}) =>
    node('FixedSingleButton', id, { text: text(id), status: 'normal', ...request(id), ...props });

  test('are the children in their order; widths of their own stay', () => {
    const children = [
      one('b2'),
      one('b1', { widthMode: 'wrap_content' }),
      node('DropdownButton', 'd', { status: 'normal' }),
    ];
    const source = { ...group({ buttonsSource: 'fixed', fixedButtonIds: ['1', '2'] }), children };
    expect(drawNode(source)).toMatchObject({
      children: [
        { key: 'b2', component: 'FixedSingleButton', width: { kind: 'grow', weight: 1 } },
        { key: 'b1', width: { kind: 'fit' } },
        { key: 'd', component: 'DropdownButton' },
      ],
    });
  });

  test('a file that does not say the source shows the children it has', () => {
    expect(drawNode({ ...node('ButtonGroup', 'g'), children: [one('b')] })).toMatchObject({
      children: [{ key: 'b' }],
    });
  });
});
