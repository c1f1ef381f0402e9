import { describe, expect, it } from 'vitest';
import { buttonNode, paintHtml, textNode, viewOf } from '../../../support/paint-html.js';

describe('a painted card', () => {
  it('has the theme and the width of its view', () => {
    const html = paintHtml(textNode('a'), {
      view: viewOf(textNode('a'), { theme: 'dark', width: 340 }),
    });
    expect(html).toContain('<div class="dt-card" data-theme="dark" style="width:340px">');
  });

  it('of a view without a root is empty', () => {
    const { evaluation } = viewOf(textNode('a'));
    expect(paintHtml(textNode('a'), { view: { evaluation } })).toBe(
      '<div class="dt-card" data-theme="light" style="width:400px"><div class="dt-overlay"></div></div>',
    );
  });

  it('speaks the language it is asked for', () => {
    const loading = buttonNode('a', {
      tap: { does: 'request', enabled: false, why: 'status-unset' },
    });
    expect(paintHtml(loading)).toContain('没有设置 status');
    expect(paintHtml(loading, { lang: 'en' })).toContain('It has no status');
  });

  it('that is a picture has nothing that takes the focus', () => {
    const html = paintHtml(buttonNode('a'), { inert: true });
    expect(html).toContain('dt-card--inert');
    expect(html).toContain('tabindex="-1"');
  });
});
