import { describe, expect, it } from 'vitest';
import { renderCardHtml } from '../../../../src/simulator/page/paint/render-html.js';
import { boxNode, buttonNode, textNode, viewOf } from '../../../support/paint-html.js';

const render = (title = '审批') =>
  renderCardHtml(
    viewOf(boxNode([textNode('</style><script>alert(1)</script>'), buttonNode('同意')]), {
      theme: 'dark',
    }),
    {
      lang: 'zh',
      title,
    },
  );

describe('a card as an HTML file', () => {
  it('is a whole document with the styles in it', () => {
    const html = render();
    expect(html).toMatch(/^<!doctype html>\n<html lang="zh-CN"><head>/);
    expect(html).toContain('<title>审批</title>');
    expect(html).toContain('.dt-button {');
    expect(html).toContain('data-theme="dark"');
    expect(html.trimEnd()).toMatch(/<\/html>$/);
  });

  it('runs nothing and fetches nothing but pictures', () => {
    const html = render();
    expect(html).not.toContain('<script');
    expect(html).toContain(
      'default-src &#x27;none&#x27;; style-src &#x27;unsafe-inline&#x27;; img-src http: https: data:',
    );
    expect(html).toContain('&lt;/style&gt;&lt;script&gt;');
    expect(html.match(/<style>/g)).toHaveLength(1);
  });

  it('says so when there is nothing to show', () => {
    const { evaluation } = viewOf(boxNode([]));
    expect(renderCardHtml({ evaluation }, { lang: 'en', title: 'x' })).toContain(
      'This card shows nothing now',
    );
  });

  it('takes any title for a title', () => {
    expect(render('dtcard-style-sheet')).toContain('<title>dtcard-style-sheet</title>');
    expect(render('</title><script>')).not.toContain('<script');
  });

  it('has controls that look alive and take nothing', () => {
    expect(render()).toMatch(
      /<button type="button" class="dt-button dt-button--blue" tabindex="-1"/,
    );
  });
});
