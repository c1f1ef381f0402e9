import { describe, expect, it } from 'vitest';
import { iconText } from '../../src/paint/text-blocks.js';
import { boxNode, enabled, node, painted, places, screen, textNode } from '../support/painted.js';

const shown = (root: Parameters<typeof screen>[0], width = 40) => screen(root, width).join('\n');

describe('a text', () => {
  it('wraps, and ends in a mark after its last line', () => {
    const text = textNode('金额共计一千二百八十元，含交通费和住宿费', { maxLines: 2 });
    expect(shown(text, 20)).toMatchInlineSnapshot(`
      "金额共计一千二百八十
      元，含交通费和住宿费"
    `);
  });

  it('stands left, in the middle or right', () => {
    const lines = (['left', 'center', 'right'] as const).map((align) =>
      textNode('同意', { align }),
    );
    expect(shown(boxNode(lines), 16)).toMatchInlineSnapshot(`
      "同意
            同意
                  同意"
    `);
  });

  it('is no wider than it may be', () => {
    expect(shown(textNode('一二三四五六七八', { maxWidth: 64 }), 40)).toMatchInlineSnapshot(`
      "一二三四
      五六七八"
    `);
  });

  it('has its icon before it, and is a link when it is one', () => {
    const link = textNode('查看详情', { icon: { glyph: '↗' }, link: true, tap: enabled });
    const card = painted(link, 40);
    expect(card.lines[0]).toEqual([
      { text: '↗ ', look: {} },
      { text: '查看详情', look: { underline: true } },
    ]);
    expect(places(card)).toEqual(['text 0,0 40×1']);
  });

  it('keeps bold, italic, struck out and colour', () => {
    const style = {
      size: 14,
      lineHeight: 22,
      colour: '#ff5219',
      bold: true,
      italic: true,
      strike: true,
    };
    expect(painted(textNode('急', { style }), 40).lines[0]).toEqual([
      { text: '急', look: { fg: '#ff5219', bold: true, italic: true, strike: true } },
    ]);
  });

  it('prints hostile text harmlessly', () => {
    const hostile = textNode('a\u001b]0;x\u0007\u202eb\u200f\ud800c');
    expect(shown(hostile)).toBe('a�]0;x��b��c');
  });
});

describe('other lines', () => {
  it('are dividers, across and upright', () => {
    const rule = node('divider', { direction: 'horizontal', colour: '#eeeeee' });
    const bar = node('divider', { direction: 'vertical', colour: '#eeeeee', height: 36 });
    const row = boxNode([textNode('左'), bar, textNode('右')], { direction: 'row', gap: 8 });
    expect(shown(boxNode([row, rule]), 16)).toMatchInlineSnapshot(`
      "左 │ 右
         │
      ────────────────"
    `);
  });

  it('say that a machine wrote it', () => {
    const generated = node('generated', {
      text: '内容由AI生成，点击了解详情',
      link: 'https://a.com',
    });
    const card = painted(generated, 40);
    expect(card.lines[0]?.[1]).toEqual({ text: '内容由AI生成，点击了解详情', look: { dim: true } });
    expect(places(card)).toEqual(['generated 1,0 38×1']);
  });
});

describe('iconText', () => {
  it('is the glyph, else the name, else a sign for a picture', () => {
    expect(iconText({ glyph: '▸', name: 'icon_right' })).toBe('▸');
    expect(iconText({ name: 'icon_odd' })).toBe(':icon_odd:');
    expect(iconText({ name: '👍' })).toBe('👍');
    expect(iconText({ image: { kind: 'none' } })).toBe('▣');
    expect(iconText({})).toBe('');
  });
});
