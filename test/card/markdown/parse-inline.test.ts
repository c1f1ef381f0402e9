import { describe, expect, test } from 'vitest';
import { defaultSwitches } from '../../../src/card/card-data.js';
import { parseInline } from '../../../src/card/markdown/parse-inline.js';
import type { RichSpan } from '../../../src/card/markdown/rich-block.js';

const spans = (text: string) => parseInline(text, { switches: defaultSwitches, find: () => {} });

const plain = (text: string): RichSpan => ({ type: 'text', text });
const bold = (text: string): RichSpan => ({ type: 'text', text, style: { bold: true } });

describe('styles', () => {
  test('bold, italic, struck, code, and several at once', () => {
    expect(spans('**a** *b* ~~c~~ `d*` ***e***')).toEqual([
      bold('a'),
      plain(' '),
      { type: 'text', text: 'b', style: { italic: true } },
      plain(' '),
      { type: 'text', text: 'c', style: { strike: true } },
      plain(' '),
      { type: 'code', text: 'd*' },
      plain(' '),
      { type: 'text', text: 'e', style: { bold: true, italic: true } },
    ]);
  });

  test('bold may end at a Chinese punctuation mark', () => {
    expect(spans('**注意：**请')).toEqual([bold('注意：'), plain('请')]);
  });

  test('underscores inside of words and stars between spaces are text', () => {
    expect(spans('snake_case_name 2 * 3 * 4')).toEqual([plain('snake_case_name 2 * 3 * 4')]);
  });

  test('an escaped star is a star', () => {
    expect(spans('\\*a\\*')).toEqual([plain('*a*')]);
  });

  test('font tags nest, need no quotes, and may stay open', () => {
    const red = { colour: '#ff0000', size: 24 };
    expect(
      spans('<font sizeToken=common_h1_text_style color="#FF0000">a<font color=blue>b</font>c'),
    ).toEqual([
      { type: 'text', text: 'a', style: red },
      { type: 'text', text: 'b', style: { ...red, colour: '#007fff' } },
      { type: 'text', text: 'c', style: red },
    ]);
  });

  test('a font tag may close inside of a bold', () => {
    expect(spans('<font colorTokenV2=common_red1_color>**a</font>b**')).toEqual([
      { type: 'text', text: 'a', style: { bold: true, colour: '#e14a00' } },
      bold('b'),
    ]);
  });

  test('a closing tag too many is nothing', () => {
    expect(spans('a</font>b')).toEqual([plain('ab')]);
  });
});

describe('lines', () => {
  test('<br>, two spaces and a backslash break; a bare line end is a space', () => {
    expect(spans('a<br/>b  \nc\\\nd\ne')).toEqual([
      plain('a'),
      { type: 'break' },
      plain('b'),
      { type: 'break' },
      plain('c'),
      { type: 'break' },
      plain('d e'),
    ]);
  });
});

describe('links, pictures, people', () => {
  test('links carry styled text and may have brackets in their address', () => {
    expect(spans('[**a**](https://x.y/(z) "t")')).toEqual([
      { type: 'link', url: 'https://x.y/(z)', spans: [bold('a')] },
    ]);
  });

  test.each(['http://a.b', 'https://a.b', 'dingtalk://dingtalkclient/page', 'mailto:a@b.c'])(
    '%s may be opened',
    (url) => {
      expect(spans(`[x](${url})`)).toEqual([{ type: 'link', url, spans: [plain('x')] }]);
    },
  );

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///a', '//a.b', 'JAVASCRIPT:x', ''])(
    '%j may not',
    (url) => {
      expect(spans(`[x](${url})`)).toEqual([plain('x')]);
    },
  );

  test('a picture inside of a link', () => {
    expect(spans('[![i](https://a.b/c.png)](https://x.y)')).toEqual([
      {
        type: 'link',
        url: 'https://x.y',
        spans: [{ type: 'image', url: 'https://a.b/c.png', alt: 'i' }],
      },
    ]);
  });

  test('media ids are pictures', () => {
    expect(spans('![i](@lALPDfmVRLVVAm_NBdzNBdw)')).toEqual([
      { type: 'image', url: '@lALPDfmVRLVVAm_NBdzNBdw', alt: 'i' },
    ]);
  });

  test('addresses in a text end before its punctuation', () => {
    expect(spans('见 https://a.b/c?d=1。')).toEqual([
      plain('见 '),
      { type: 'link', url: 'https://a.b/c?d=1', spans: [plain('https://a.b/c?d=1')] },
      plain('。'),
    ]);
  });

  test('<a atId> is a person, any other a is text', () => {
    expect(spans('<a atId=user1>小明</a> <a href="https://a.b">x</a>').slice(0, 2)).toEqual([
      { type: 'at', userId: 'user1', text: '小明' },
      plain(' <a href="'),
    ]);
  });
});

describe('characters', () => {
  test('known emoticons become emoji, others stay', () => {
    expect(spans('[微笑][没有这个][赞](https://a.b)')).toEqual([
      plain('🙂[没有这个]'),
      { type: 'link', url: 'https://a.b', spans: [plain('赞')] },
    ]);
  });

  test('entities are characters and never tags', () => {
    expect(spans('a&nbsp;&lt;br&gt;&#65;&#27;')).toEqual([plain('a\u00a0<br>A&#27;')]);
  });
});
