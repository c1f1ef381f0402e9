import { describe, expect, test } from 'vitest';
import { ref } from '../../../../scripts/templates/exported.js';
import { type DrawInput, drawCard, drawNode, node } from '../../../support/draw-card.js';

const chart = (data: object | string) => node('Chart', 'c', { data: data as never });
const paths = (input: DrawInput, variable = 'v') =>
  drawCard([chart(ref(variable))], input).findings.map(({ path }) => path);

describe('a finding about data names the variable', () => {
  test('in its scope', () => {
    expect(paths({ variables: [{ name: 'v', type: 'string' }], cardData: { v: 'x' } })).toEqual([
      'cardParamMap.v',
    ]);
    expect(
      paths({
        variables: [{ name: 'v', type: 'string', private: true }],
        cardPrivateData: { v: 'x' },
      }),
    ).toEqual(['privateData.v']);
    expect(paths({ locals: { v: 'object' }, localData: { v: 'x' } })).toEqual(['localData.v']);
    expect(paths({ expressions: { v: { type: 'string', is: '"x"' } } })).toEqual(['expList.v']);
  });

  test('with the indexes of the loops around, where the declared path has markers', () => {
    const loop = node('Loop', 'l', { listData: ref('rows') }, [
      node('Loop', 'm', { listData: ref('rows[0].charts') }, [
        chart(ref('rows[0].charts[0].chart')),
      ]),
    ]);
    const fields = [
      { name: 'charts', type: 'loopArray', fields: [{ name: 'chart', type: 'chart' }] },
    ];
    const view = drawCard([loop], {
      variables: [{ name: 'rows', type: 'loopArray', fields }],
      cardData: { rows: [{ charts: [] }, { charts: [{ chart: {} }, { chart: 'x' }] }] },
    });
    expect(view.findings.map(({ path }) => path)).toContain('cardParamMap.rows[1].charts[1].chart');
  });

  test('a value of the file has its place there', () => {
    const list = node('SelectBlock', 's', {
      status: 'normal',
      options: { valueType: 'fixed', value: 'x' },
    });
    expect(drawCard([list]).findings).toMatchObject([
      { code: 'D150', path: '$.editorData.schema.componentsTree[0].children[0].props.options' },
    ]);
  });
});

test('a bare text names a variable, a number is a number', () => {
  const input = {
    variables: [{ name: 'v', type: 'chart' }],
    cardData: { v: { type: 'pieChart', data: [{ x: 'a', y: 1 }] } },
  };
  expect(drawNode(chart('v'), input)).toMatchObject({
    chart: 'pie',
    series: [{ points: [{ x: 'a', y: 1 }] }],
  });
  expect(drawNode(node('ProgressBar', 'p', { progress: '40' }))).toMatchObject({ percent: 40 });
  expect(drawNode(node('ProgressBar', 'p', { progress: 40 }))).toMatchObject({ percent: 40 });
});
