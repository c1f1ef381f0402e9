import { describe, expect, it } from 'vitest';
import { buttonNode, paintHtml } from '../../../support/paint-html.js';

describe('a button', () => {
  it('is a button with its text, colour and icon', () => {
    const html = paintHtml(
      buttonNode('同意', {
        colour: 'red',
        icon: { name: 'icon_accept', glyph: '✓' },
        tooltip: '批准',
      }),
    );
    expect(html).toMatch(/<button type="button" class="dt-button dt-button--red" title="批准"/);
    expect(html).toMatch(/icon_accept.*>同意</);
    expect(html).not.toContain('aria-disabled');
  });

  it('has its icon where it wants it', () => {
    expect(
      paintHtml(
        buttonNode('去', { icon: { name: 'icon_next', glyph: '›' }, iconPosition: 'right' }),
      ),
    ).toMatch(/>去<.*icon_next/);
  });

  it('that is dead says why and can still be asked', () => {
    const html = paintHtml(
      buttonNode('同意', {
        state: 'disabled',
        tap: { does: 'request', enabled: false, why: 'status' },
      }),
    );
    expect(html).toMatch(/dt-button--off" aria-disabled="true" title="状态不是 normal，无法点击"/);
    expect(html).not.toMatch(/ disabled/);
  });

  it('at work says so', () => {
    const html = paintHtml(buttonNode('同意', { state: 'loading' }));
    expect(html).toContain('aria-busy="true"');
    expect(html).toContain('dt-spinner');
  });

  it('with a menu says so', () => {
    expect(paintHtml(buttonNode('更多', { menu: [{ text: '转交' }] }))).toContain(
      'aria-haspopup="menu" aria-expanded="false"',
    );
  });

  it('has its mark in the corner', () => {
    expect(paintHtml(buttonNode('a', { cornerMark: '推荐' }))).toMatch(/dt-corner[^>]*>推荐</);
  });
});
