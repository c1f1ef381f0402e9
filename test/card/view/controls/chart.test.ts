import { describe, expect, test } from 'vitest';
import { fixed, ref } from '../../../../scripts/templates/exported.js';
import type { JsonValue } from '../../../../src/base/json-text.js';
import { drawCard, drawNode, node } from '../../../support/draw-card.js';

const variables = [{ name: 'c', type: 'chart' }];
const source = (props = {}) => node('Chart', 'n', { data: ref('c', 'chart'), ...props });
const draw = (c: JsonValue, props = {}) => drawNode(source(props), { variables, cardData: { c } });
const find = (c: JsonValue) => drawCard([source()], { variables, cardData: { c } }).findings;

describe('Chart', () => {
  test('rows of one type are one series', () => {
    const c = {
      type: 'lineChart',
      data: [
        { x: '周一', y: 3, type: '进' },
        { x: '周一', y: 2, type: '出' },
        { x: '周二', y: '4.5', type: '进' },
      ],
      config: { title: { text: '流量' } },
    };
    expect(
      draw(c, { aspectRatio: fixed('dynamicSelect', 2), marginLeft: 12, marginRight: 12 }),
    ).toEqual({
      key: 'n',
      nodeId: 'n',
      component: 'Chart',
      margin: { left: 12, right: 12, top: 0, bottom: 0 },
      kind: 'chart',
      chart: 'line',
      series: [
        {
          name: '进',
          colour: '#0089ff',
          points: [
            { x: '周一', y: 3 },
            { x: '周二', y: 4.5 },
          ],
        },
        { name: '出', colour: '#00b042', points: [{ x: '周一', y: 2 }] },
      ],
      title: '流量',
      height: 188,
    });
  });

  test('rows without type are one series without name; x may be a number', () => {
    expect(
      draw({
        type: 'histogram',
        data: [
          { x: 2024, y: 1 },
          { x: null, y: -2 },
        ],
      }),
    ).toMatchObject({
      chart: 'bar',
      series: [
        {
          name: '',
          points: [
            { x: '2024', y: 1 },
            { x: '', y: -2 },
          ],
        },
      ],
    });
    expect(draw({ type: 'pieChart', data: [{ x: 'a', y: 1 }] })).toMatchObject({ chart: 'pie' });
  });

  test('an unknown type is a line, and found', () => {
    const c = { type: 'radar', data: [{ x: 'a', y: 1 }] };
    expect(draw(c)).toMatchObject({ chart: 'line', series: [{ points: { length: 1 } }] });
    expect(find(c)).toMatchObject([
      { code: 'D156', path: 'cardParamMap.c.type', params: { value: 'radar' } },
    ]);
  });

  test.each([['many'], [null], [''], [{}], [true]])('y %j is left out, and found', (y) => {
    const c = {
      type: 'lineChart',
      data: [
        { x: 'a', y },
        { x: 'b', y: 2 },
      ],
    };
    expect(draw(c)).toMatchObject({ series: [{ points: [{ x: 'b', y: 2 }] }] });
    expect(find(c)).toMatchObject([{ code: 'D155', path: 'cardParamMap.c.data[0].y' }]);
  });

  test('without data it is empty, and nothing is wrong', () => {
    for (const empty of ['', null, { type: 'lineChart' }, { type: 'lineChart', data: [] }]) {
      expect(draw(empty)).toMatchObject({ kind: 'chart', series: [] });
      expect(find(empty)).toEqual([]);
    }
  });

  test('what is no chart is empty, and found', () => {
    expect(draw('text')).toMatchObject({ series: [] });
    expect(find('text')).toMatchObject([{ code: 'D151', path: 'cardParamMap.c' }]);
    expect(find({ type: 'lineChart', data: 'x' })).toMatchObject([
      { code: 'D150', path: 'cardParamMap.c.data' },
    ]);
    expect(find({ type: 'lineChart', data: [1] })).toMatchObject([
      { code: 'D152', path: 'cardParamMap.c.data[0]' },
    ]);
  });

  test('height is set, or follows the width', () => {
    expect(draw({}, { isFixedHeight: true, height: 300 })).toMatchObject({ height: 300 });
    expect(draw({}, { isFixedHeight: true, height: -1 })).toMatchObject({ height: 60 });
    expect(draw({})).toMatchObject({ height: 200 });
    expect(draw({}, { aspectRatio: 0 })).toMatchObject({ height: 2000 });
    expect(draw({}, { aspectRatio: 'x' })).toMatchObject({ height: 200 });
  });

  test('a hundred thousand rows and series are cut, and found', () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => ({
      x: index,
      y: index,
      type: `t${index}`,
    }));
    expect(draw({ type: 'lineChart', data: rows })).toMatchObject({ series: { length: 50 } });
    expect(find({ type: 'lineChart', data: rows })).toMatchObject([
      { code: 'D153', params: { count: 100_000 } },
      { code: 'D153', params: { count: 2000, shown: 50 } },
    ]);
  });

  test('series named like what objects inherit are series', () => {
    const c = JSON.parse(
      '{"type":"lineChart","data":[{"x":"a","y":1,"type":"__proto__"},{"x":"a","y":2,"type":"constructor"}]}',
    ) as JsonValue;
    expect(draw(c)).toMatchObject({ series: [{ name: '__proto__' }, { name: 'constructor' }] });
  });
});
