import { describe, expect, it } from 'vitest';
import { stateMark } from '../../src/paint/control-blocks.js';
import { boxNode, buttonNode, node, painted, places, screen } from '../support/painted.js';

const shown = (root: Parameters<typeof screen>[0], width = 30) => screen(root, width).join('\n');
const fit = { kind: 'fit' } as const;

describe('a button', () => {
  it('shows its state by a sign, not by colour alone', () => {
    const row = boxNode(
      [
        buttonNode('同意', { key: 'a', width: fit }),
        buttonNode('拒绝', { key: 'b', state: 'disabled', width: fit }),
        buttonNode('提交', { key: 'c', state: 'loading', width: fit }),
      ],
      { direction: 'row', gap: 8 },
    );
    expect(shown(row, 40)).toBe('[ 同意 ] [ ⊘ 拒绝 ] [ ◐ 提交 ]');
    const [first] = painted(row, 40).lines;
    expect(first?.[0]?.look).toEqual({ fg: '#007fff', bold: true });
    expect(first?.[2]?.look).toEqual({ dim: true });
  });

  it('is as wide as its place', () => {
    expect(shown(buttonNode('提交'), 20)).toBe('[       提交       ]');
  });

  it('has an icon, a menu and a mark in its corner', () => {
    const button = buttonNode('更多', {
      icon: { glyph: '★' },
      iconPosition: 'left',
      cornerMark: '新',
      menu: [{ text: '一' }],
      width: fit,
    });
    expect(shown(boxNode([button]), 40)).toBe('[ ★ 更多 ▾ ] (新)');
  });

  it('is cut rather than broken', () => {
    expect(shown(buttonNode('一二三四五六七八九十一二三四五六'), 20)).toBe('[ 一二三四五六七…  ]');
    expect(shown(buttonNode('a\nb'), 16)).toBe('[     a b      ]');
  });
});

describe('fields', () => {
  it('show what is in them, else what belongs there, and what touching them does', () => {
    const state = 'normal' as const;
    const input = { title: '备注', message: '', state, inline: true, multiline: false };
    const options = [
      { text: '事假', value: 1 },
      { text: '病假', value: 2 },
    ];
    const select = { placeholder: '请选择', options, state };
    const made = boxNode([
      node('input', { key: 'i1', ...input, placeholder: '请输入', value: '' }),
      node('input', { key: 'i2', ...input, placeholder: '', value: '出差三天' }),
      node('select', { key: 's1', ...select, multiple: false, selected: [] }),
      node('select', { key: 's2', ...select, multiple: false, selected: [1] }),
      node('select', { key: 's3', ...select, multiple: true, selected: [0, 1, 7] }),
      node('date', {
        key: 'd1',
        picker: 'date',
        format: 'yyyy-MM-dd',
        value: '',
        placeholder: '',
        state: 'disabled',
      }),
    ]);
    expect(shown(made)).toMatchInlineSnapshot(`
      "[ 请输入                   ✎ ]
      [ 出差三天                 ✎ ]
      [ 请选择                   ▾ ]
      [ 病假                     ▾ ]
      [ ⟦事假⟧ ⟦病假⟧            ▾ ]
      [ yyyy-MM-dd               ⊘ ]"
    `);
    expect(places(painted(made, 30))).toEqual([
      'i1 0,0 30×1',
      'i2 0,1 30×1',
      's1 0,2 30×1',
      's2 0,3 30×1',
      's3 0,4 30×1',
      'd1 0,5 30×1',
    ]);
  });

  it('show several lines where they hold several', () => {
    const input = node('input', {
      title: '',
      message: '',
      placeholder: '',
      value: '第一行\n第二行\n第三行',
      state: 'normal',
      inline: true,
      multiline: true,
      maxRows: 2,
    });
    expect(shown(input, 20)).toMatchInlineSnapshot(`
      "[ 第一行         ✎ ]
        第二行…"
    `);
  });
});

describe('a checkbox', () => {
  it('is checked or not', () => {
    const box = (checked: boolean, state: 'normal' | 'loading') =>
      shown(node('checkbox', { checked, state, size: 16 }));
    expect([box(true, 'normal'), box(false, 'normal'), box(true, 'loading')]).toEqual([
      '[x]',
      '[ ]',
      '[x]◐',
    ]);
  });
});

describe('stateMark', () => {
  it('is nothing for what can be touched', () => {
    expect([stateMark('normal'), stateMark('disabled'), stateMark('loading')]).toEqual([
      '',
      '⊘',
      '◐',
    ]);
  });
});
