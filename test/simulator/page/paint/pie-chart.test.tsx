import { describe, expect, it } from 'vitest';
import { frame, paintHtml } from '../../../support/paint-html.js';

const pie = (points: readonly { x: string; y: number }[]) =>
  paintHtml({
    ...frame(),
    kind: 'chart',
    chart: 'pie',
    series: [{ name: '', colour: '#007fff', points }],
    height: 160,
  });

describe('a pie', () => {
  it('has a slice and a line of the list for each share', () => {
    const html = pie([
      { x: '赞成', y: 3 },
      { x: '反对', y: 1 },
    ]);
    expect(html.match(/<path/g)).toHaveLength(2);
    expect(html).toContain('<title>赞成: 3 (75%)</title>');
    expect(html).toMatch(/<bdi>反对<\/bdi><span>1(<!-- -->)? · (<!-- -->)?25%/);
  });

  it('of one share is a whole ring', () => {
    expect(pie([{ x: '全部', y: 5 }])).toContain('A48 48 0 1 1 0 48');
  });

  it('without shares has a list only', () => {
    const html = pie([
      { x: '零', y: 0 },
      { x: '负', y: -3 },
    ]);
    expect(html).not.toContain('<path');
    expect(html).toContain('零');
  });
});
