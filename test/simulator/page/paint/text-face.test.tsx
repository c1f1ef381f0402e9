import { describe, expect, it } from 'vitest';
import { enabledTap, paintHtml, textNode } from '../../../support/paint-html.js';

describe('a text', () => {
  it('is text, whatever it looks like', () => {
    const html = paintHtml(textNode('<img src=x onerror=alert(1)> & "x" \u001b[31m\u202e'));
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;x&quot; ␛[31m\ufffd');
    expect(html).not.toContain('<img');
  });

  it('is cut off after its lines, and not at all without a limit', () => {
    expect(paintHtml(textNode('a', { maxLines: 3 }))).toContain('-webkit-line-clamp:3');
    expect(paintHtml(textNode('a', { maxLines: 0 }))).not.toContain('line-clamp');
  });

  it('is a button when it does something', () => {
    const html = paintHtml(textNode('详情', { tap: enabledTap, link: true, tooltip: '看看' }));
    expect(html).toContain('role="button"');
    expect(html).toContain('tabindex="0"');
    expect(html).toContain('title="看看"');
    expect(html).toContain('dt-text--link');
  });

  it('has its icon before it', () => {
    expect(paintHtml(textNode('a', { icon: { name: 'icon_like', glyph: '👍' } }))).toMatch(
      /aria-label="icon_like".*👍.*>a</,
    );
  });
});
