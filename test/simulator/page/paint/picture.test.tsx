import { describe, expect, it } from 'vitest';
import type { ImageSource } from '../../../../src/card/view/view-node.js';
import { frame, paintHtml } from '../../../support/paint-html.js';

const image = (source: ImageSource, alt = '') =>
  paintHtml({ ...frame(), kind: 'image', source, alt, fit: 'cover', radius: 4 });

describe('a picture', () => {
  it('loads late and tells nobody where it is shown', () => {
    expect(image({ kind: 'url', url: 'https://a.test/p.png' }, '海报')).toMatch(
      /<img class="dt-picture" src="https:\/\/a.test\/p.png" alt="海报" loading="lazy" referrerPolicy="no-referrer"/,
    );
  });

  it('of a media id is a box that says what it would be', () => {
    const html = image({ kind: 'media', id: '@lALPDfmVR' });
    expect(html).toContain('图片 @lALPDfmVR');
    expect(html).not.toContain('<img');
  });

  it('of an address that may not be loaded is a box that says so', () => {
    for (const source of [
      { kind: 'refused', text: 'javascript:alert(1)' },
      { kind: 'url', url: 'javascript:alert(1)' },
    ] as const) {
      const html = image(source);
      expect(html).toContain('不支持的图片地址');
      expect(html).not.toContain('src=');
    }
  });
});
