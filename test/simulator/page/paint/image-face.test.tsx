import { expect, it } from 'vitest';
import { frame, paintHtml } from '../../../support/paint-html.js';

const image = {
  ...frame(),
  kind: 'image',
  source: { kind: 'url', url: 'https://a.test/p.png' },
  alt: '图',
  fit: 'contain',
  radius: 6,
} as const;

it('an image has its height, proportions, corners and border', () => {
  const html = paintHtml({ ...image, height: 120, aspectRatio: 1.5, border: '#eeeeee' });
  expect(html).toContain(
    'height:120px;aspect-ratio:1.5;border-radius:6px;border:1px solid #eeeeee',
  );
  expect(html).toContain('object-fit:contain');
});

it('an image without a source is nothing', () => {
  expect(paintHtml({ ...image, source: { kind: 'none' } })).not.toContain('dt-image');
});

it('an image that opens is a button', () => {
  expect(paintHtml({ ...image, tap: { does: 'preview', enabled: true } })).toContain(
    'role="button" data-tap="preview"',
  );
});
