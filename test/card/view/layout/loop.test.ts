import { describe, expect, test } from 'vitest';
import { bound, type Props, ref, text } from '../../../../scripts/templates/exported.js';
import type { JsonValue } from '../../../../src/base/json-text.js';
import { type DrawInput, drawCard, drawNode, node } from '../../../support/draw-card.js';

const variables = [
  {
    name: 'rows',
    type: 'loopArray',
    fields: [
      { name: 'label', type: 'string' },
      { name: 'sub', type: 'loopArray', fields: [{ name: 'n', type: 'number' }] },
    ],
  },
];
const given = (rows: JsonValue, more: DrawInput = {}): DrawInput => ({
  variables,
  cardData: { rows },
  ...more,
});
const label = node('BaseText', 't', { text: text('${loop.label}') });
const loop = (props: Props, children = [label]) =>
  node('Loop', 'l', { listData: ref('rows'), ...props }, children);
const two = [{ label: 'a' }, { label: 'b' }];

describe('Loop', () => {
  test('repeats its child for every item', () => {
    expect(drawNode(loop({}), given(two))).toMatchObject({
      key: 'l',
      role: 'loop',
      direction: 'column',
      align: 'stretch',
      children: [
        { key: 't@0', text: 'a' },
        { key: 't@1', text: 'b' },
      ],
    });
  });

  test.each<[string, JsonValue]>([
    ['no items', []],
    ['no list', ''],
    ['null', null],
    ['an object', {}],
  ])('with %s is nothing', (_name, rows) => {
    expect(drawNode(loop({}), given(rows))).toBeUndefined();
  });

  test('several children of an item stay together', () => {
    const second = node('BaseText', 'u', { text: text('!') });
    expect(drawNode(loop({}, [label, second]), given(two))).toMatchObject({
      children: [
        { key: 'l/0', role: 'item', children: [{ key: 't@0' }, { key: 'u@0' }] },
        { key: 'l/1', role: 'item' },
      ],
    });
  });

  test('loops in loops', () => {
    const inner = node('Loop', 'm', { listData: ref('rows[0].sub') }, [
      node('BaseText', 'n', { text: text('${loop.n}') }),
    ]);
    const rows = [{ sub: [{ n: 1 }, { n: 2 }] }, { sub: [] }, { sub: [{ n: 3 }] }];
    expect(drawNode(loop({}, [inner]), given(rows))).toMatchObject({
      children: [
        {
          key: 'm@0',
          children: [
            { key: 'n@0.0', text: '1' },
            { key: 'n@0.1', text: '2' },
          ],
        },
        { key: 'm@2', children: [{ key: 'n@2.0', text: '3' }] },
      ],
    });
  });

  test('gaps and dividing lines, in both themes', () => {
    const props = {
      childGap: true,
      childGapSize: 4,
      childDivider: true,
      childDividerMarginTop: 3,
      childDividerMarginBottom: 2,
      childDividerColorLight: 'rgba(17, 31, 44, 0.12)',
      childDividerColorDark: 'rgba(255, 255, 255, 0.12)',
    };
    expect(drawNode(loop(props), given(two))).toMatchObject({ gap: 9, divider: '#111f2c1f' });
    expect(drawNode(loop(props), given(two, { switches: { theme: 'dark' } }))).toMatchObject({
      divider: '#ffffff1f',
    });
  });

  test('a gap that is not switched on is none', () => {
    expect(drawNode(loop({ childGapSize: 4 }), given(two))).not.toHaveProperty('gap');
  });

  test('sideways: items fit their content or share the row', () => {
    const across = { direction: 'horizontal' };
    expect(drawNode(loop({ ...across, childWidth: 'match_content' }), given(two))).toMatchObject({
      direction: 'row',
      children: [{ role: 'item', width: { kind: 'fit' } }, {}],
    });
    expect(
      drawNode(loop({ ...across, childWidth: 'match_parent', equalSpace: true }), given(two)),
    ).toMatchObject({
      justify: 'between',
      children: [{ width: { kind: 'grow', weight: 1 } }, {}],
    });
  });

  test('flowing into rows, scrolling, fixed height', () => {
    const flowing = { flowLayout: true, flowDirection: 'x', childGap: true, childGapSize: 6 };
    expect(drawNode(loop(flowing), given(two))).toMatchObject({
      direction: 'row',
      wrap: true,
      gap: 6,
      rowGap: 6,
    });
    const scrolling = { scrollable: true, isFixedHeight: true, height: 100 };
    expect(drawNode(loop(scrolling), given(two))).toMatchObject({ scroll: 'y', height: 100 });
    expect(drawNode(loop({ ...scrolling, direction: 'horizontal' }), given(two))).toMatchObject({
      scroll: 'x',
    });
  });

  test('more pages: a link at the end that can be touched', () => {
    const paging = { paging: true, hasMore: bound('dynamicBoolean', 'more') };
    const input = { ...given(two), variables: [...variables, { name: 'more', type: 'boolean' }] };
    const view = drawCard([loop(paging)], { ...input, cardData: { rows: two, more: true } });
    expect(view.root).toMatchObject({
      children: [
        {
          children: [
            {},
            {},
            { key: 'l/loadMore', text: '加载更多', link: true, tap: { does: 'loadMore' } },
          ],
        },
      ],
    });
    expect(view.bindings.get('l/loadMore')?.part).toEqual({ kind: 'loadMore' });
    const tapOf = (onLoadMore?: Props) => {
      const more = drawNode(
        loop({ paging: true, hasMore: true, ...(onLoadMore && { onLoadMore }) }),
        given(two),
      );
      return more?.kind === 'box' ? more.children.at(-1)?.tap : undefined;
    };
    const dead = { does: 'loadMore', enabled: false, why: 'no-action' };
    expect(tapOf()).toEqual(dead);
    expect(tapOf({ actionType: 'url' })).toEqual(dead);
    expect(tapOf({ actionType: 'request' })).toEqual({ does: 'loadMore', enabled: true });
    const last = drawCard([loop(paging)], { ...input, cardData: { rows: two, more: false } });
    expect(last.bindings.size).toBe(0);
  });

  test('more than a view can hold ends in one placeholder', () => {
    const rows = Array.from({ length: 5000 }, (_, index) => ({ label: String(index) }));
    const five = [1, 2, 3, 4, 5].map((n) => node('BaseText', `t${n}`, { text: text('a') }));
    const view = drawCard([loop({}, five), node('Divider', 'after')], given(rows));
    const list = view.root?.kind === 'box' ? view.root.children[0] : undefined;
    const last = list?.kind === 'box' ? list.children.at(-1) : undefined;
    expect(last).toMatchObject({ role: 'item', children: [{}, {}, {}, { why: 'too-many' }] });
    expect(view.findings.map(({ code }) => code)).toEqual(['T345']);
  });
});

describe('GridLayout', () => {
  const grid = (props: Props) =>
    node('GridLayout', 'g', { listData: ref('rows'), ...props }, [label]);

  test('stands in columns of equal width', () => {
    const props = { columnCount: 3, columnSpacing: 4, rowSpacing: 5, itemHeight: 80 };
    expect(drawNode(grid(props), given(two))).toMatchObject({
      columns: 3,
      gap: 4,
      rowGap: 5,
      children: [
        { key: 'g/0', role: 'item', height: 80, children: [{ text: 'a' }] },
        { key: 'g/1', role: 'item' },
      ],
    });
  });

  test('has two columns unless it says otherwise, and never none or a thousand', () => {
    expect(drawNode(grid({}), given(two))).toMatchObject({ columns: 2, gap: 8, rowGap: 8 });
    expect(drawNode(grid({ columnCount: 0 }), given(two))).toMatchObject({ columns: 1 });
    expect(drawNode(grid({ columnCount: 1e9 }), given(two))).toMatchObject({ columns: 24 });
  });

  test('without items is nothing', () => {
    expect(drawNode(grid({}), given([]))).toBeUndefined();
  });
});
