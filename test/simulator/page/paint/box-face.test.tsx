import { describe, expect, it } from 'vitest';
import { boxNode, enabledTap, paintHtml, textNode } from '../../../support/paint-html.js';

describe('a box', () => {
  it('lays its children out as told', () => {
    const html = paintHtml(
      boxNode([textNode('a'), textNode('b')], {
        direction: 'row',
        align: 'center',
        justify: 'between',
        gap: 8,
        wrap: true,
      }),
    );
    expect(html).toContain('flex-direction:row;align-items:center;justify-content:space-between');
    expect(html).toContain('flex-wrap:wrap;row-gap:8px;column-gap:8px');
  });

  it('is a grid of equal columns when it has columns', () => {
    const html = paintHtml(boxNode([textNode('a')], { columns: 3, gap: 8, rowGap: 4 }));
    expect(html).toContain(
      'display:grid;grid-template-columns:repeat(3, minmax(0, 1fr));column-gap:8px;row-gap:4px',
    );
  });

  it('has its height, its limits and a scroll bar', () => {
    const html = paintHtml(boxNode([], { height: 80, minHeight: 10, maxHeight: 90, scroll: 'x' }));
    expect(html).toContain('height:80px;min-height:10px;max-height:90px');
    expect(html).toContain('dt-box--scroll-x');
  });

  it('has lines between its children', () => {
    const html = paintHtml(
      boxNode([textNode('a'), textNode('b'), textNode('c')], { divider: '#eeeeee' }),
    );
    expect(html.match(/dt-between/g)).toHaveLength(2);
  });

  it('is a button when it does something', () => {
    const html = paintHtml(boxNode([textNode('a')], { tap: enabledTap }));
    expect(html).toMatch(/<div role="button" data-tap="request" tabindex="0" class="dt-box/);
  });

  it('that is the card is an article; at work it says so', () => {
    const html = paintHtml(boxNode([], { role: 'aiCard', working: true }));
    expect(html).toMatch(/<article class="[^"]*dt-box--working" aria-busy="true"/);
    expect(html).toContain('<span class="dt-working" role="status" aria-label="生成中">');
  });

  it('that closes has a button for it and is none itself', () => {
    const html = paintHtml(
      boxNode([textNode('a')], {
        role: 'card',
        closeButton: true,
        tap: { does: 'close', enabled: true },
      }),
    );
    expect(html).toContain('aria-label="关闭"');
    expect(html).not.toContain('role="button"');
  });

  it('keeps the colour under the pointer in a property', () => {
    const html = paintHtml(boxNode([], { look: { hoverBackground: '#f0f0f0' } }));
    expect(html).toContain('dt-box--hover');
    expect(html).toContain('--dt-hover:#f0f0f0');
  });
});
