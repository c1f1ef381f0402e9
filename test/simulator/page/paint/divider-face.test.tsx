import { expect, it } from 'vitest';
import { frame, paintHtml } from '../../../support/paint-html.js';

it('a divider lies or stands', () => {
  const divider = { ...frame(), kind: 'divider', colour: '#1f111f' } as const;
  expect(paintHtml({ ...divider, direction: 'horizontal' })).toMatch(
    /<hr class="dt-divider" aria-orientation="horizontal"[^>]*background-color:#1f111f/,
  );
  expect(paintHtml({ ...divider, direction: 'vertical', height: 20 })).toMatch(
    /aria-orientation="vertical"[^>]*height:20px/,
  );
});
