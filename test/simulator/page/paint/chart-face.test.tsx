import { describe, expect, it } from 'vitest';
import type { ChartNode } from '../../../../src/card/view/view-node.js';
import { frame, paintHtml } from '../../../support/paint-html.js';

const chart = (more: Partial<ChartNode>): ChartNode => ({
  ...frame(),
  kind: 'chart',
  chart: 'line',
  series: [{ name: '', colour: '#007fff', points: [{ x: '周一', y: 3 }] }],
  height: 160,
  ...more,
});

describe('a chart', () => {
  it('has its title, and a legend when its series have names', () => {
    const html = paintHtml(
      chart({
        title: '本周',
        series: [
          { name: '进', colour: '#007fff', points: [{ x: '一', y: 1 }] },
          { name: '出', colour: 'url(x)', points: [{ x: '一', y: 2 }] },
        ],
      }),
    );
    expect(html).toContain('<figcaption>本周</figcaption>');
    expect(html).toMatch(/<ul class="dt-legend">.*进.*出/);
    expect(html).not.toContain('url(x)');
    expect(paintHtml(chart({}))).not.toContain('dt-legend');
  });

  it('without points says so', () => {
    expect(paintHtml(chart({ series: [] }))).toContain('暂无数据');
  });

  it('stands values that are no numbers and more points than fit', () => {
    const points = Array.from({ length: 5000 }, (_, at) => ({
      x: `${at}`,
      y: at % 7 ? at : Number.NaN,
    }));
    const html = paintHtml(chart({ series: [{ name: '', colour: '#000', points }] }));
    expect(html).not.toContain('NaN');
    expect(html.match(/<circle/g)).toHaveLength(400);
  });
});
