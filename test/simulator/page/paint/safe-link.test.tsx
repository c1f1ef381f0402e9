import { expect, it } from 'vitest';
import type { RichSpan } from '../../../../src/card/markdown/rich-block.js';
import { frame, paintHtml, plainStyle } from '../../../support/paint-html.js';

const link = (url: string) => {
  const spans: readonly RichSpan[] = [{ type: 'link', url, spans: [{ type: 'text', text: '去' }] }];
  return paintHtml({
    ...frame(),
    kind: 'rich',
    blocks: [{ type: 'paragraph', spans }],
    style: plainStyle,
    streaming: false,
  });
};

it('a link opens elsewhere and gives nothing away', () => {
  expect(link('https://a.test/?a=1&b="2"')).toContain(
    '<a class="dt-link" href="https://a.test/?a=1&amp;b=&quot;2&quot;" target="_blank" rel="noopener noreferrer"',
  );
});

it('a link that could run something is text', () => {
  for (const url of [
    'javascript:alert(1)',
    ' JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'vbscript:x',
  ]) {
    const html = link(url);
    expect(html).not.toContain('<a ');
    expect(html).not.toContain('href');
    expect(html).toContain('<span>去</span>');
  }
});
