import { describe, expect, it } from 'vitest';
import { boxNode, enabled, node, painted, places, screen, textNode } from '../support/painted.js';

const shown = (root: Parameters<typeof screen>[0], width = 30) => screen(root, width).join('\n');
const items = [
  { key: 'l.0', checked: true, children: [textNode('事假')] },
  { key: 'l.1', checked: false, children: [textNode('病假'), textNode('需附证明')] },
];
const list = (multiple: boolean, part = {}) =>
  node('checkList', { multiple, state: 'normal', contentTaps: true, items, ...part });

describe('a list of choices', () => {
  it('has round marks for one choice and square ones for several', () => {
    expect(shown(list(false))).toMatchInlineSnapshot(`
      "(•) 事假
      ( ) 病假
          需附证明"
    `);
    expect(shown(list(true, { state: 'disabled' }))).toMatchInlineSnapshot(`
      "[x]⊘ 事假
      [ ]⊘ 病假
           需附证明"
    `);
    expect(places(painted(list(false), 30))).toEqual([
      'checkList#item0 0,0 30×1',
      'checkList#item1 0,1 30×2',
    ]);
  });

  it('is a row of tags', () => {
    const tags = ['快', '准确', '有礼貌'].map((text, index) => ({
      text,
      value: index,
      selected: index === 1,
    }));
    const picker = node('tagPicker', { multiple: true, state: 'normal', tags });
    expect(shown(picker, 20)).toMatchInlineSnapshot(`
      "⟦快⟧ ⟦✓ 准确⟧
      ⟦有礼貌⟧"
    `);
    expect(places(painted(picker, 30))[1]).toBe('tagPicker#tag1 5,0 8×1');
  });
});

describe('a panel that collapses', () => {
  it('shows what is in it while it is open', () => {
    const panel = (open: boolean) =>
      node('collapse', {
        title: '费用明细',
        open,
        tap: enabled,
        children: open ? [textNode('高铁 553 元')] : [],
      });
    expect(shown(boxNode([panel(true), panel(false)]))).toMatchInlineSnapshot(`
      "▾ 费用明细
        高铁 553 元
      ▸ 费用明细"
    `);
    expect(places(painted(panel(true), 30))).toEqual(['collapse 0,0 30×1']);
  });
});
