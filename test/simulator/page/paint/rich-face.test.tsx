import { describe, expect, it } from 'vitest';
import type { RichBlock } from '../../../../src/card/markdown/rich-block.js';
import { frame, paintHtml, plainStyle } from '../../../support/paint-html.js';

const rich = (blocks: readonly RichBlock[], streaming = false) =>
  paintHtml({ ...frame(), kind: 'rich', blocks, style: plainStyle, streaming });

const spans = (text: string) => [{ type: 'text', text } as const];

describe('markdown', () => {
  it('has headings, paragraphs and rules', () => {
    const html = rich([
      ...([1, 2, 3, 4, 5, 6] as const).map((level) => ({
        type: 'heading' as const,
        level,
        spans: spans(`h${level}`),
      })),
      { type: 'paragraph', spans: spans('p') },
      { type: 'rule' },
    ]);
    for (const level of [1, 2, 3, 4, 5, 6]) {
      expect(html).toContain(`<h${level}>h${level}</h${level}>`);
    }
    expect(html).toContain('<p>p</p><hr/>');
  });

  it('has lists in lists, with their first number', () => {
    const html = rich([
      {
        type: 'list',
        ordered: true,
        start: 3,
        items: [
          [
            { type: 'paragraph', spans: spans('三') },
            {
              type: 'list',
              ordered: false,
              start: 1,
              items: [[{ type: 'paragraph', spans: spans('内') }]],
            },
          ],
        ],
      },
    ]);
    expect(html).toContain('<ol start="3"><li><p>三</p><ul><li><p>内</p></li></ul></li></ol>');
  });

  it('has quotes and code', () => {
    const html = rich([
      { type: 'quote', blocks: [{ type: 'paragraph', spans: spans('引') }] },
      { type: 'code', text: 'if (a < b) {}', language: 'js' },
    ]);
    expect(html).toContain('<blockquote><p>引</p></blockquote>');
    expect(html).toContain(
      '<pre tabindex="0" data-language="js"><code>if (a &lt; b) {}</code></pre>',
    );
  });

  it('has tables with their alignment', () => {
    const html = rich([
      {
        type: 'table',
        align: ['left', 'right'],
        head: [spans('甲'), spans('乙')],
        rows: [[spans('1'), spans('2')]],
      },
    ]);
    expect(html).toContain('<th scope="col" style="text-align:right">乙</th>');
    expect(html).toContain('<td style="text-align:right">2</td>');
  });

  it('has a cursor behind its last character while more is coming', () => {
    const cursor = '<span class="dt-cursor" role="status" aria-label="正在输入"></span>';
    expect(rich([{ type: 'paragraph', spans: spans('在写') }], true)).toContain(
      `在写${cursor}</p>`,
    );
    expect(rich([], true)).toContain(cursor);
    expect(rich([{ type: 'rule' }], true)).toContain(`<hr/>${cursor}`);
    expect(rich([{ type: 'code', text: 'x', language: '' }], true)).toContain(`x${cursor}</code>`);
    expect(rich([{ type: 'paragraph', spans: spans('写完') }])).not.toContain('dt-cursor');
  });
});
