import { describe, expect, it } from 'vitest';
import type { RichBlock, RichSpan } from '../../src/card/markdown/rich-block.js';
import { painted, richNode, screen } from '../support/painted.js';

const shown = (blocks: readonly RichBlock[], width = 40) =>
  screen(richNode(blocks), width).join('\n');
const text = (value: string): RichSpan => ({ type: 'text', text: value });
const paragraph = (...spans: RichSpan[]): RichBlock => ({ type: 'paragraph', spans });

describe('markdown', () => {
  it('sets paragraphs apart and headings above what they head', () => {
    const heading: RichBlock = { type: 'heading', level: 2, spans: [text('出差标准')] };
    expect(
      shown([heading, paragraph(text('每天 120 元。')), paragraph(text('按城市分档。'))]),
    ).toMatchInlineSnapshot(`
      "出差标准
      每天 120 元。

      按城市分档。"
    `);
  });

  it('indents lists and numbers them', () => {
    const inner: RichBlock = {
      type: 'list',
      ordered: false,
      start: 1,
      items: [[paragraph(text('子项'))]],
    };
    const list: RichBlock = {
      type: 'list',
      ordered: true,
      start: 9,
      items: [
        [paragraph(text('第一项'))],
        [paragraph(text('第二项写得很长，所以要在下一行继续，并且保持缩进')), inner],
      ],
    };
    expect(shown([list], 30)).toMatchInlineSnapshot(`
      " 9. 第一项
      10. 第二项写得很长，所以要在下
          一行继续，并且保持缩进
          ◦ 子项"
    `);
  });

  it('marks quotes and code', () => {
    const code: RichBlock = { type: 'code', language: 'js', text: 'if (a) {\n\tb();\n}' };
    const quote: RichBlock = { type: 'quote', blocks: [paragraph(text('引用')), code] };
    expect(shown([quote, code, { type: 'rule' }], 20)).toMatchInlineSnapshot(`
      "▎ 引用
      ▎ │ if (a) {
      ▎ │     b();
      ▎ │ }

      │ if (a) {
      │     b();
      │ }

      ────────────────────"
    `);
  });

  it('draws tables', () => {
    const table: RichBlock = {
      type: 'table',
      align: ['left', 'right'],
      head: [[text('名称')], [text('数量')]],
      rows: [[[text('苹果')], [text('3')]]],
    };
    expect(shown([table])).toMatchInlineSnapshot(`
      "┌──────┬──────┐
      │ 名称 │ 数量 │
      ├──────┼──────┤
      │ 苹果 │    3 │
      └──────┴──────┘"
    `);
  });

  it('writes where links lead, and keeps the address for those who can open it', () => {
    const link: RichSpan = { type: 'link', url: 'https://a.com/b', spans: [text('文档')] };
    const bare: RichSpan = {
      type: 'link',
      url: 'https://a.com/b',
      spans: [text('https://a.com/b')],
    };
    const bad: RichSpan = { type: 'link', url: 'javascript:x', spans: [text('点我')] };
    expect(shown([paragraph(link, text(' '), bad)])).toBe('文档 (a.com/b) 点我');
    expect(shown([paragraph(bare)])).toBe('https://a.com/b');
    const [span] = painted(richNode([paragraph(link)]), 40).lines[0] ?? [];
    expect(span).toEqual({ text: '文档', look: { underline: true, url: 'https://a.com/b' } });
  });

  it('names pictures and people, and keeps styles', () => {
    const spans: RichSpan[] = [
      { type: 'image', url: '@lALP', alt: '' },
      { type: 'break' },
      { type: 'at', userId: 'u1', text: '@张三' },
      { type: 'code', text: 'x=1' },
      { type: 'text', text: '红', style: { bold: true, colour: '#ff0000' } },
    ];
    expect(shown([paragraph(...spans)])).toBe('[图片 @lALP]\n@张三`x=1`红');
    const line = painted(richNode([paragraph(...spans)]), 40).lines[1];
    expect(line?.at(-1)).toEqual({ text: '红', look: { fg: '#ff0000', bold: true } });
  });

  it('shows a cursor behind what is still arriving', () => {
    const streaming = richNode([paragraph(text('正在'))], { streaming: true });
    expect(screen(streaming, 20)).toEqual(['正在▌']);
    expect(screen(richNode([], { streaming: true }), 20)).toEqual(['▌']);
  });

  it('stops at a depth nobody reads', () => {
    let block: RichBlock = paragraph(text('底'));
    for (let depth = 0; depth < 500; depth++) block = { type: 'quote', blocks: [block] };
    expect(shown([block], 80)).toBe(`${'▎ '.repeat(12)}…`);
  });
});
