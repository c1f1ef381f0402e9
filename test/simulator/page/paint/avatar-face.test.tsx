import { expect, it } from 'vitest';
import { frame, paintHtml } from '../../../support/paint-html.js';

const avatar = {
  ...frame(),
  kind: 'avatar',
  source: { kind: 'none' },
  initials: '小明',
  name: '王小明',
  size: 30,
  showName: true,
} as const;

it('an avatar without a picture shows the end of the name, and the name beside it', () => {
  const html = paintHtml(avatar);
  expect(html).toMatch(/role="img" aria-label="王小明"[^>]*>小明</);
  expect(html).toMatch(/dt-avatar-name[^>]*>王小明</);
});

it('an avatar with a picture shows that', () => {
  const html = paintHtml({
    ...avatar,
    source: { kind: 'url', url: 'https://a.test/a.png' },
    showName: false,
  });
  expect(html).toContain('src="https://a.test/a.png"');
  expect(html).not.toContain('dt-avatar-name');
});
