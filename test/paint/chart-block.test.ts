import { describe, expect, it } from 'vitest';
import type { ChartNode } from '../../src/card/view/view-node.js';
import { node, screen } from '../support/painted.js';

function chart(kind: ChartNode['chart'], figures: readonly number[], part = {}): string {
  const points = figures.map((y, index) => ({ x: `${index + 1}月`, y }));
  const series = [{ name: '', colour: '#007fff', points }];
  const made = node('chart', { chart: kind, series, height: 200, ...part });
  return screen(made, 40).join('\n');
}

describe('a chart', () => {
  it('of bars is a row for each', () => {
    expect(chart('bar', [3, 12, 0, 7.5])).toMatchInlineSnapshot(`
      "1月 ████████ 3
      2月 ████████████████████████████████ 12
      3月  0
      4月 ████████████████████ 7.5"
    `);
  });

  it('of lines is a sparkline', () => {
    expect(chart('line', [1, 3, 2, 8, 5], { title: '每月报销' })).toMatchInlineSnapshot(`
      "每月报销
      ▁▃▂█▅
      1月 … 5月  1–8"
    `);
    expect(chart('line', [5, 5])).toMatchInlineSnapshot(`
      "▅▅
      1月 … 2月  5–5"
    `);
  });

  it('of a pie is a list of shares', () => {
    expect(chart('pie', [3, 12])).toMatchInlineSnapshot(`
      "1月 █████ 3  20.0%
      2月 █████████████████████ 12  80.0%"
    `);
    expect(chart('pie', [0, 0])).toContain('0.0%');
  });

  it('names its series', () => {
    const series = ['收入', '支出'].map((name) => ({
      name,
      colour: '#007fff',
      points: [{ x: '1月', y: 3 }],
    }));
    expect(chart('bar', [], { series })).toMatchInlineSnapshot(`
      "1月 收入 █████████████████████████████ 3
      1月 支出 █████████████████████████████ 3"
    `);
    expect(chart('line', [], { series })).toMatchInlineSnapshot(`
      "▅
      收入  1月  3–3
      ▅
      支出  1月  3–3"
    `);
  });

  it('says when there is nothing to draw', () => {
    expect(chart('bar', [])).toBe('[图表：无数据]');
    expect(chart('line', [Number.NaN, Number.POSITIVE_INFINITY])).toBe('[图表：无数据]');
  });

  it('counts what is too much', () => {
    const many = Array.from({ length: 50 }, (_, index) => index);
    expect(chart('bar', many).split('\n')).toHaveLength(25);
    expect(chart('bar', many)).toContain('… 还有 26 行');
  });
});
