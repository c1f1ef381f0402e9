import { describe, expect, test } from 'vitest';
import {
  all,
  bound,
  fixed,
  is,
  type Props,
  request,
  text,
} from '../../../../scripts/templates/exported.js';
import { drawCard, drawNode, node } from '../../../support/draw-card.js';

const normal = { status: fixed('dynamicSelect', 'normal') };
const button = (props: Props) => node('SingleButton', 'b', { text: text('OK'), ...props });
const send = request('ok');

describe('SingleButton', () => {
  test('is drawn with what the file says', () => {
    const source = node('SingleButton', 'b', {
      text: text('同意 ${who}'),
      ...normal,
      color: fixed('dynamicSelect', 'red'),
      enableIcon: true,
      iconType: 'iconCode',
      iconPosition: 'right',
      iconFont: fixed('dynamicIcon', { type: 'icon', iconType: 'ddIcon', icon: 'icon_likegood' }),
      enableCornerMark: true,
      cornerMarkText: text('新'),
      widthMode: 'fixed',
      width: 200,
      marginLeft: 12,
      marginTop: 8,
      hoverText: text('点我'),
      ...send,
    });
    const input = { variables: [{ name: 'who', type: 'string' }], cardData: { who: 'Ann' } };
    expect(drawNode(source, input)).toEqual({
      key: 'b',
      nodeId: 'b',
      component: 'SingleButton',
      margin: { left: 12, right: 0, top: 8, bottom: 0 },
      width: { kind: 'fixed', px: 200 },
      tooltip: '点我',
      kind: 'button',
      text: '同意 Ann',
      colour: 'red',
      state: 'normal',
      tap: { does: 'request', enabled: true },
      icon: { name: 'icon_likegood', glyph: '👍' },
      iconPosition: 'right',
      cornerMark: '新',
    });
  });

  test('can be touched by its key', () => {
    const view = drawCard([button({ ...normal, ...send })]);
    expect(view.bindings.get('b')).toMatchObject({ key: 'b', node: { id: 'b' } });
  });

  test.each([
    ['normal', 'normal', { does: 'request', enabled: true }],
    ['disabled', 'disabled', { does: 'request', enabled: false, why: 'status' }],
    ['loading', 'loading', { does: 'request', enabled: false, why: 'status' }],
    ['Normal', 'disabled', { does: 'request', enabled: false, why: 'status' }],
    ['', 'disabled', { does: 'request', enabled: false, why: 'status-unset' }],
  ])('status %j makes it %s', (status, state, tap) => {
    const drawn = drawNode(button({ status: fixed('dynamicSelect', status), ...send }));
    expect(drawn).toMatchObject({ state, tap });
  });

  test('a status whose variable has no value is dead, and a finding says which variable', () => {
    const source = button({ status: bound('dynamicSelect', 'st', 'normal'), ...send });
    const variables = [{ name: 'st', type: 'string' }];
    const view = drawCard([source], { variables });
    expect(drawNode(source, { variables })).toMatchObject({
      state: 'disabled',
      tap: { does: 'request', enabled: false, why: 'status-unset' },
    });
    expect(view.findings).toContainEqual({
      code: 'T360',
      severity: 'warning',
      path: '$.editorData.schema.componentsTree[0].children[0].props.status',
      params: { component: 'SingleButton', value: 'st' },
    });
  });

  test('without a status prop it is normal, or dead where the setting says so', () => {
    expect(drawNode(button(send))).toMatchObject({ state: 'normal', tap: { enabled: true } });
    expect(drawCard([button(send)]).findings).toEqual([
      {
        code: 'T361',
        severity: 'info',
        path: '$.editorData.schema.componentsTree[0].children[0].props.status',
        params: { component: 'SingleButton', value: 'status' },
      },
    ]);
    expect(drawNode(button(send), { settings: { missingStatus: 'dead' } })).toMatchObject({
      state: 'disabled',
      tap: { enabled: false, why: 'status-unset' },
    });
  });

  test('plain scalars are read like wrappers', () => {
    const drawn = drawNode(
      node('SingleButton', 'b', { text: '好', status: 'normal', color: 'gray', ...send }),
    );
    expect(drawn).toMatchObject({ text: '好', colour: 'gray', state: 'normal' });
  });

  test('an empty link is no action, and it says so', () => {
    expect(
      drawNode(button({ ...normal, actionType: 'url', url: fixed('dynamicLink', '') })),
    ).toMatchObject({
      state: 'normal',
      tap: { does: 'none', enabled: false, why: 'no-action' },
    });
  });

  test.each([
    ['match_parent', { kind: 'fill' }],
    ['match_content', { kind: 'fit' }],
    ['wrap_content', { kind: 'fit' }],
  ])('widthMode %s', (widthMode, width) => {
    expect(drawNode(button({ ...normal, widthMode }))).toMatchObject({ width });
  });

  test('older files say its width in the bundle; full width otherwise', () => {
    expect(drawNode(button({ fixWidth: true, fixedWidth: 88 }))).toMatchObject({
      width: { kind: 'fixed', px: 88 },
    });
    expect(drawNode(button({ autoWidth: true }))).toMatchObject({ width: { kind: 'fit' } });
    expect(drawNode(button({}))).toMatchObject({ width: { kind: 'fill' } });
  });

  test('an unknown colour is blue and a finding; no colour is blue', () => {
    const source = button({ ...normal, color: 'pink' });
    expect(drawNode(source)).toMatchObject({ colour: 'blue' });
    expect(drawCard([source]).findings).toMatchObject([
      {
        code: 'T342',
        path: '$.editorData.schema.componentsTree[0].children[0].props.color',
        params: { value: 'pink' },
      },
    ]);
    expect(drawCard([button(normal)]).findings).toEqual([]);
  });

  test('an icon may be an image, a dark one in the dark theme, or switched off', () => {
    const icons = {
      iconType: 'image',
      icon: fixed('dynamicLink', 'https://a.example/l.png'),
      darkModeIcon: fixed('dynamicLink', 'https://a.example/d.png'),
    };
    const image = (url: string) => ({ icon: { image: { kind: 'url', url } } });
    expect(drawNode(button({ ...icons, enableIcon: true }))).toMatchObject(
      image('https://a.example/l.png'),
    );
    expect(
      drawNode(button({ ...icons, enableIcon: true }), { switches: { theme: 'dark' } }),
    ).toMatchObject(image('https://a.example/d.png'));
    expect(drawNode(button({ ...icons, enableIcon: false }))).not.toHaveProperty('icon');
    expect(
      drawNode(
        button({
          enableIcon: true,
          iconFont: fixed('dynamicIcon', { type: 'icon', iconType: 'ddIcon' }),
        }),
      ),
    ).not.toHaveProperty('icon');
  });

  test('an icon may come from a variable', () => {
    const source = button({
      enableIcon: true,
      iconType: 'iconCode',
      iconFont: bound('dynamicIcon', 'i'),
    });
    expect(
      drawNode(source, {
        variables: [{ name: 'i', type: 'string' }],
        cardData: { i: 'icon_close' },
      }),
    ).toMatchObject({
      icon: { name: 'icon_close', glyph: '✕' },
      iconPosition: 'left',
    });
  });

  test('a corner mark shows only while it is visible and has a text', () => {
    const mark = { enableCornerMark: true, cornerMarkText: text('1') };
    const hidden = {
      type: 'dynamicVisible',
      valueType: 'condition',
      value: true,
      condition: all(is('x', 'isTrue')),
    };
    const variables = [{ name: 'x', type: 'boolean' }];
    expect(drawNode(button(mark))).toMatchObject({ cornerMark: '1' });
    expect(
      drawNode(button({ ...mark, cornerMarkVisible: hidden }), { variables }),
    ).not.toHaveProperty('cornerMark');
    expect(drawNode(button({ ...mark, enableCornerMark: false }))).not.toHaveProperty('cornerMark');
  });
});

describe('DropdownButton', () => {
  const items = [
    {
      id: '1',
      actionSheetStyle: 'default',
      actionSheetName: text('转 ${who}'),
      actionSheetDesc: text('说明'),
      actionIconFont: { type: 'icon', iconType: 'ddIcon', icon: 'icon_send' },
      actionSheetAction: 'request',
      actionSheetRequestItemActionId: text('go'),
    },
    {
      id: '1',
      actionSheetStyle: 'destructive',
      actionSheetName: text('删除'),
      actionSheetAction: 'none',
    },
  ];

  test('offers its menu', () => {
    const source = node('DropdownButton', 'd', {
      text: text('更多'),
      ...normal,
      color: 'gray',
      actionSheetItems: items,
    });
    const input = { variables: [{ name: 'who', type: 'string' }], cardData: { who: '人工' } };
    expect(drawNode(source, input)).toEqual({
      key: 'd',
      nodeId: 'd',
      component: 'DropdownButton',
      width: { kind: 'fill' },
      kind: 'button',
      text: '更多',
      colour: 'gray',
      state: 'normal',
      tap: { does: 'actionSheet', enabled: true },
      menu: [
        { text: '转 人工', description: '说明', icon: { name: 'icon_send', glyph: '➤' } },
        { text: '删除', destructive: true },
      ],
    });
  });

  test('an empty menu is no action; a status is told first', () => {
    expect(drawNode(node('DropdownButton', 'd', { ...normal }))).toMatchObject({
      menu: [],
      tap: { does: 'actionSheet', enabled: false, why: 'no-action' },
    });
    expect(drawNode(node('DropdownButton', 'd', { status: 'disabled' }))).toMatchObject({
      tap: { enabled: false, why: 'status' },
    });
  });
});

test.each([
  ['a list', ['x']],
  ['an object', { a: 1 }],
  ['null', null],
  ['a number', 7],
])('props that are %s draw a button all the same', (_name, odd) => {
  const props = {
    text: odd,
    status: odd,
    color: odd,
    iconFont: odd,
    enableIcon: odd,
    actionSheetItems: odd,
    widthMode: odd,
    actionType: odd,
  };
  for (const component of ['SingleButton', 'FixedSingleButton', 'DropdownButton']) {
    expect(drawNode(node(component, 'b', props))).toMatchObject({ kind: 'button', component });
  }
});
