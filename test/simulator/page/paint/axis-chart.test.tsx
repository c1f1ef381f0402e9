import { describe, expect, it } from 'vitest';
import type { ChartNode } from '../../../../src/card/view/view-node.js';
import { frame, paintHtml } from '../../../support/paint-html.js';

const chart = (kind: 'line' | 'bar', series: ChartNode['series']) =>
  paintHtml({ ...frame(), kind: 'chart', chart: kind, series, height: 160 });

const two = [
  {
    name: '进',
    colour: '#007fff',
    points: [
      { x: '一', y: 4 },
      { x: '二', y: -2 },
    ],
  },
  { name: '出', colour: '#00b042', points: [{ x: '二', y: 1 }] },
];

describe('lines and bars', () => {
  it('a line goes through all its points, each with its title', () => {
    const html = chart('line', two);
    expect(html.match(/<polyline/g)).toHaveLength(2);
    expect(html.match(/<circle/g)).toHaveLength(3);
    expect(html).toContain('<title>进, 二: -2</title>');
  });

  it('bars stand on zero, negative ones below it', () => {
    const html = chart('bar', two);
    const bars = [
      ...html.matchAll(/<rect x="[^"]*" y="([\d.]+)" width="[^"]*" height="([\d.]+)"/g),
    ];
    expect(bars).toHaveLength(3);
    const [up, down] = bars.map(([, y, height]) => ({ y: Number(y), height: Number(height) }));
    expect((up?.y ?? 0) + (up?.height ?? 0)).toBeCloseTo(down?.y ?? -1);
  });

  it('points of one name stand above each other, whichever series they are of', () => {
    const html = chart('line', two);
    const lefts = [...html.matchAll(/<circle cx="([\d.]+)"/g)].map((match) => match[1]);
    expect(lefts[1]).toBe(lefts[2]);
  });

  it('has labels that fit: long ones shortened, many ones left out', () => {
    const points = Array.from({ length: 40 }, (_, at) => ({ x: `很长很长很长的名字${at}`, y: at }));
    const html = chart('bar', [{ name: '', colour: '#000', points }]);
    expect(html.match(/text-anchor="middle"/g)?.length).toBeLessThan(10);
    expect(html).toContain('…</text>');
  });
});
