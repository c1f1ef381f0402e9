import { describe, expect, test } from 'vitest';
import { defaultSwitches } from '../../../src/card/card-data.js';
import { parseMarkdown } from '../../../src/card/markdown/parse-markdown.js';
import type { RichBlock, RichSpan } from '../../../src/card/markdown/rich-block.js';

function parse(source: string, streaming = false) {
  const found: (readonly [string, string])[] = [];
  const find = (code: string, value: string) => found.push([code, value]);
  const blocks = parseMarkdown(source, { switches: defaultSwitches, streaming, find });
  return { blocks, found };
}

const blocks = (source: string) => parse(source).blocks;
const paragraph = (...spans: RichSpan[]): RichBlock => ({ type: 'paragraph', spans });
const plain = (text: string): RichSpan => ({ type: 'text', text });

describe('blocks', () => {
  test('nothing but space is nothing', () => {
    expect(blocks('')).toEqual([]);
    expect(blocks(' \n\t\n ')).toEqual([]);
  });

  test('headings of six levels', () => {
    expect(blocks('# 一\n###### 六')).toEqual([
      { type: 'heading', level: 1, spans: [plain('一')] },
      { type: 'heading', level: 6, spans: [plain('六')] },
    ]);
  });

  test('nested quotes and lists', () => {
    expect(blocks('> a\n> > b\n\n3. x\n4. y\n   - z')).toEqual([
      {
        type: 'quote',
        blocks: [paragraph(plain('a')), { type: 'quote', blocks: [paragraph(plain('b'))] }],
      },
      {
        type: 'list',
        ordered: true,
        start: 3,
        items: [
          [paragraph(plain('x'))],
          [
            paragraph(plain('y')),
            { type: 'list', ordered: false, start: 1, items: [[paragraph(plain('z'))]] },
          ],
        ],
      },
    ]);
  });

  test('a table with the sides of its columns', () => {
    expect(blocks('| a | b |\n|:--|--:|\n| **c** | d |')).toEqual([
      {
        type: 'table',
        align: ['left', 'right'],
        head: [[plain('a')], [plain('b')]],
        rows: [[[{ type: 'text', text: 'c', style: { bold: true } }], [plain('d')]]],
      },
    ]);
  });

  test('fenced code keeps its text; indented text is no code', () => {
    expect(blocks('```js\n**a** <b>\n```\n\n    four spaces')).toEqual([
      { type: 'code', text: '**a** <b>', language: 'js' },
      paragraph(plain('four spaces')),
    ]);
  });

  test('*** is a rule, and so is --- under a text', () => {
    expect(blocks('a\n\n***\n\nb\n---')).toEqual([
      paragraph(plain('a')),
      { type: 'rule' },
      paragraph(plain('b')),
      { type: 'rule' },
    ]);
  });

  test('boxes of task lists stay as they are written', () => {
    expect(blocks('- [x] done')).toEqual([
      { type: 'list', ordered: false, start: 1, items: [[paragraph(plain('[x] done'))]] },
    ]);
  });

  test('HTML is text, also as a block', () => {
    expect(blocks('<div onclick="x()">\n<script>alert(1)</script>\n\n<!-- a -->')).toEqual([
      paragraph(plain('<div onclick="x()"> <script>alert(1)</script>')),
      paragraph(plain('<!-- a -->')),
    ]);
  });

  test('definitions of links are text and none is lost', () => {
    expect(blocks('[a]: 地址')).toEqual([paragraph(plain('[a]: 地址'))]);
  });
});

describe('while it is written', () => {
  test.each([
    ['a **bo', [paragraph(plain('a '), { type: 'text', text: 'bo', style: { bold: true } })]],
    ['x <font col', [paragraph(plain('x'))]],
    ['see [here](https://a', [paragraph(plain('see here'))]],
    ['```js\nlet **a', [{ type: 'code', text: 'let **a', language: 'js' }]],
    [
      '| a | b |\n|--',
      [{ type: 'table', align: ['left', 'left'], head: [[plain('a')], [plain('b')]], rows: [] }],
    ],
  ])('%j has no loose ends', (source, expected) => {
    expect(parse(source, true).blocks).toEqual(expected);
  });

  test('a finished text keeps its stars', () => {
    expect(blocks('a **bo')).toEqual([paragraph(plain('a **bo'))]);
  });
});

describe('what is left out', () => {
  test('links and pictures of other schemes, with a finding', () => {
    const { blocks: drawn, found } = parse('[x](javascript:alert(1)) ![p](file:///etc/passwd)');
    expect(drawn).toEqual([paragraph(plain('x p'))]);
    expect(found).toEqual([
      ['T348', 'javascript:alert(1)'],
      ['T349', 'file:///etc/passwd'],
    ]);
  });

  test('what goes beyond 200 000 characters', () => {
    const { blocks: drawn, found } = parse('长'.repeat(250_000));
    expect(drawn).toEqual([paragraph(plain('长'.repeat(200_000)))]);
    expect(found).toEqual([['T350', '']]);
  });
});

/** Each overflowed a stack or took minutes in some parser of markdown. */
const SIZE = 100_000;
const hostile: Readonly<Record<string, string>> = {
  quotes: '>'.repeat(SIZE),
  'spaced quotes': '> '.repeat(SIZE / 2),
  'list marks': '- '.repeat(SIZE / 2),
  'ordered marks': '1. '.repeat(SIZE / 3),
  'quotes and lists': '> - '.repeat(SIZE / 4),
  ladder: Array.from({ length: 440 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n'),
  'open brackets': '['.repeat(SIZE),
  'bracket pairs': '['.repeat(SIZE / 2) + ']'.repeat(SIZE / 2),
  'links in links': '[a]('.repeat(SIZE / 4),
  'picture starts': '!['.repeat(SIZE / 2),
  emphasis: '*a_'.repeat(SIZE / 3),
  'mixed emphasis': '**a*b_c~~'.repeat(SIZE / 9),
  backticks: Array.from({ length: 400 }, (_, length) => `${'`'.repeat(length + 1)}a`).join(''),
  'font tags': '<font color=red>'.repeat(SIZE / 16),
  'half tags': '<font '.repeat(SIZE / 6),
  'half mentions': '<a atId=1>x'.repeat(SIZE / 11),
  comments: '<!--'.repeat(SIZE / 4),
  entities: '&#1;&amp;'.repeat(SIZE / 9),
  addresses: 'https://'.repeat(SIZE / 8),
  'table pipes': `${'|'.repeat(SIZE / 2)}\n${'|-'.repeat(SIZE / 4)}`,
  'lone surrogates': '\ud800'.repeat(SIZE),
};

describe('hostile texts', () => {
  test.each(Object.entries(hostile))('%s: what follows is still drawn', (_name, source) => {
    for (const streaming of [false, true]) {
      const { blocks: drawn } = parse(`${source}\n\n尾`, streaming);
      expect(drawn.at(-1)).toEqual(paragraph(plain('尾')));
      expect(depthOf(drawn)).toBeLessThan(40);
    }
  });

  test('control characters, bidi marks and NUL pass through as text', () => {
    const source = '\u001b[31mred\u202e\u0000\ud800';
    expect(blocks(source)).toEqual([paragraph(plain(source))]);
  });
});

function depthOf(nested: readonly RichBlock[]): number {
  const depths = nested.map((block) => {
    if (block.type === 'quote') return 1 + depthOf(block.blocks);
    if (block.type === 'list') return 1 + Math.max(0, ...block.items.map(depthOf));
    return 1;
  });
  return depths.length === 0 ? 0 : Math.max(...depths);
}
