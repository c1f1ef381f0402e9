import { expect, it } from 'vitest';
import { frame, paintHtml } from '../../../support/paint-html.js';

const progress = (percent: number, small = false) =>
  paintHtml({
    ...frame(),
    kind: 'progress',
    percent,
    colour: '#00b042',
    small,
    showPercentage: true,
  });

it('a progress bar says how far it is', () => {
  const html = progress(62.7);
  expect(html).toContain('role="progressbar"');
  expect(html).toContain('aria-valuenow="62"');
  expect(html).toMatch(/width:62.7%;background-color:#00b042/);
  expect(html).toContain('62%');
});

it('a progress bar ends at its ends', () => {
  expect(progress(400)).toContain('aria-valuenow="100"');
  expect(progress(-3)).toContain('aria-valuenow="0"');
  expect(progress(Number.NaN)).toContain('aria-valuenow="0"');
});

it('a small one has the figure above the bar', () => {
  expect(progress(50, true)).toMatch(/dt-progress--small.*50%.*role="progressbar"/);
});
