import { describe, expect, it } from 'vitest';
import type { RichSpan } from '../../../../src/card/markdown/rich-block.js';
import { frame, paintHtml, plainStyle } from '../../../support/paint-html.js';

const paint = (...spans: readonly RichSpan[]) =>
  paintHtml({
    ...frame(),
    kind: 'rich',
    blocks: [{ type: 'paragraph', spans }],
    style: plainStyle,
    streaming: false,
  });

describe('spans of markdown', () => {
  it('are elements of their style', () => {
    const html = paint(
      { type: 'text', text: 'b', style: { bold: true } },
      { type: 'text', text: 'i', style: { italic: true } },
      { type: 'text', text: 's', style: { strike: true } },
      { type: 'text', text: 'c', style: { bold: true, size: 18, colour: '#ff0000' } },
      { type: 'break' },
      { type: 'code', text: '<b>' },
    );
    expect(html).toContain('<strong>b</strong><em>i</em><del>s</del>');
    expect(html).toMatch(/<span style="font-size:18px;line-height:1.45;color:#ff0000"><strong>c/);
    expect(html).toContain('<br/><code>&lt;b&gt;</code>');
  });

  it('take no style that would say more than a colour', () => {
    const html = paint({
      type: 'text',
      text: 'x',
      style: { colour: 'red;background:url(//t.test)' },
    });
    expect(html).not.toContain('url(');
  });

  it('mention people', () => {
    expect(paint({ type: 'at', userId: 'u1', text: '@张三' })).toMatch(/dt-at[^>]*>@张三</);
  });

  it('are pictures, or say which one cannot be shown', () => {
    expect(paint({ type: 'image', url: 'https://a.test/p.png', alt: '图' })).toContain('<img');
    expect(paint({ type: 'image', url: '@lALPD', alt: '' })).toContain('图片 @lALPD');
    expect(paint({ type: 'image', url: 'javascript:x', alt: '' })).not.toContain('<img');
  });
});
