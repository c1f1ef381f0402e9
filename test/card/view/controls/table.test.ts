import { describe, expect, test } from 'vitest';
import { fixed, ref } from '../../../../scripts/templates/exported.js';
import type { JsonValue } from '../../../../src/base/json-text.js';
import { drawCard, drawNode, node } from '../../../support/draw-card.js';

const variables = [{ name: 't', type: 'table' }];
const source = (props = {}) => node('Table', 'n', { data: ref('t', 'table'), ...props });
const draw = (t: JsonValue, props = {}) => drawNode(source(props), { variables, cardData: { t } });
const find = (t: JsonValue) => drawCard([source()], { variables, cardData: { t } }).findings;

const meta = [
  { alias: 'who', aliasName: '姓名', dataType: 'STRING', weight: 60 },
  { alias: 'days', aliasName: '天数', dataType: 'STRING', weight: '40' },
];

describe('Table', () => {
  test('has columns, rows and the looks the file sets', () => {
    const props = {
      enableZebraColor: true,
      maxLine: fixed('dynamicNumber', 2),
      cellPadding: 6,
      enablePagination: false,
      pageNum: 5,
      enableScroll: false,
    };
    expect(draw({ meta, data: [{ who: '张三', days: 3 }] }, props)).toEqual({
      key: 'n',
      nodeId: 'n',
      component: 'Table',
      kind: 'table',
      columns: [
        { title: '姓名', weight: 60 },
        { title: '天数', weight: 40 },
      ],
      rows: [
        [
          { key: 'n/cell0.0', text: '张三' },
          { key: 'n/cell0.1', text: '3' },
        ],
      ],
      zebra: true,
      maxLines: 2,
      cellPadding: 6,
    });
  });

  test('pages and scrolls', () => {
    expect(draw({}, { enablePagination: true, pageNum: 3 })).toMatchObject({ pageSize: 3 });
    expect(draw({}, { enablePagination: true, pageNum: 0 })).toMatchObject({ pageSize: 1 });
    expect(
      draw(
        {},
        {
          enableScroll: true,
          scrollAreaWidth: { type: 'dynamicWidth', valueType: 'fixed', value: 800 },
        },
      ),
    ).toMatchObject({ scrollWidth: 800 });
    expect(draw({}, { enableScroll: true })).toMatchObject({ scrollWidth: 600 });
    expect(draw({})).not.toHaveProperty('pageSize');
  });

  test('columns without a weight or a name share evenly and are called by their alias', () => {
    expect(draw({ meta: [{ alias: 'a' }, { alias: 'b', weight: -1 }], data: [] })).toMatchObject({
      columns: [
        { title: 'a', weight: 50 },
        { title: 'b', weight: 50 },
      ],
    });
  });

  test('missing cells are empty, further values are not shown', () => {
    expect(draw({ meta, data: [{ other: 1 }] })).toMatchObject({
      rows: [[{ text: '' }, { text: '' }]],
    });
  });

  test('without data it is empty, and nothing is wrong', () => {
    for (const empty of ['', null, {}, { meta: [], data: [] }]) {
      expect(draw(empty)).toMatchObject({ kind: 'table', columns: [], rows: [] });
      expect(find(empty)).toEqual([]);
    }
  });

  test.each([
    ['text', 'D151', 'cardParamMap.t'],
    [[1], 'D151', 'cardParamMap.t'],
    [{ meta: 'x', data: [] }, 'D150', 'cardParamMap.t.meta'],
    [{ meta, data: { a: 1 } }, 'D150', 'cardParamMap.t.data'],
    [{ meta: [null], data: [] }, 'D152', 'cardParamMap.t.meta[0]'],
    [{ meta: [{ aliasName: 'x' }], data: [] }, 'D152', 'cardParamMap.t.meta[0]'],
    [{ meta, data: ['x'] }, 'D152', 'cardParamMap.t.data[0]'],
  ])('%j is found', (t, code, path) => {
    expect(draw(t)).toMatchObject({ kind: 'table', rows: [] });
    expect(find(t)).toMatchObject([{ code, path }]);
  });

  test('a hundred thousand rows and columns are cut, and found', () => {
    const rows = Array.from({ length: 100_000 }, () => ({ who: 'x' }));
    expect(draw({ meta, data: rows })).toMatchObject({ rows: { length: 500 } });
    expect(find({ meta, data: rows })).toMatchObject([
      { code: 'D153', path: 'cardParamMap.t.data' },
    ]);
    const columns = Array.from({ length: 1000 }, (_, index) => ({ alias: `c${index}` }));
    expect(draw({ meta: columns, data: [{}] })).toMatchObject({ columns: { length: 30 } });
  });

  test('an alias that objects inherit reads nothing', () => {
    const t = { meta: [{ alias: 'constructor' }, { alias: '__proto__' }], data: [{}] };
    expect(draw(t)).toMatchObject({ rows: [[{ text: '' }, { text: '' }]] });
  });
});
