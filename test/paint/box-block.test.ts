import { describe, expect, it } from 'vitest';
import {
  around,
  boxNode,
  buttonNode,
  cardNode,
  enabled,
  node,
  painted,
  places,
  screen,
  textNode,
} from '../support/painted.js';

const shown = (root: Parameters<typeof screen>[0], width = 40) => screen(root, width).join('\n');
const label = { kind: 'fixed', px: 80 } as const;
const fill = { kind: 'fill' } as const;

describe('a card', () => {
  it('is a rounded frame; margins of 12 px are one cell', () => {
    const row = boxNode(
      [textNode('金额', { width: label }), textNode('860.50 元', { width: fill })],
      {
        direction: 'row',
        margin: around,
      },
    );
    const card = cardNode([textNode('费用审批', { margin: around }), row]);
    expect(shown(card)).toMatchInlineSnapshot(`
      "╭──────────────────────────────────────╮
      │ 费用审批                             │
      │                                      │
      │ 金额      860.50 元                  │
      ╰──────────────────────────────────────╯"
    `);
  });

  it('keeps texts without a margin off its frame', () => {
    expect(shown(cardNode([textNode('内容')]), 16)).toMatchInlineSnapshot(`
      "╭──────────────╮
      │ 内容         │
      ╰──────────────╯"
    `);
  });

  it('shows that an AI card works by the colour of its frame', () => {
    const card = painted(cardNode([textNode('…')], { role: 'aiCard', working: true }), 16);
    expect(card.lines[0]?.[0]?.look).toEqual({ fg: '#007fff', bold: true });
    expect(painted(cardNode([]), 16).lines[0]?.[0]?.look).toEqual({ dim: true });
  });

  it('is closed by its ✕ only', () => {
    const tap = { does: 'close', enabled: true } as const;
    const card = cardNode([textNode('内容')], { closeButton: true, tap });
    expect(shown(card, 20)).toMatchInlineSnapshot(`
      "╭──────────────────╮
      │                ✕ │
      │ 内容             │
      ╰──────────────────╯"
    `);
    expect(places(painted(card, 20))).toEqual(['card 17,1 1×1']);
  });
});

describe('a row', () => {
  it('gives what is left to whoever grows', () => {
    const grow = (weight: number) => ({ kind: 'grow', weight }) as const;
    const row = boxNode(
      [
        buttonNode('一', { key: 'a', width: grow(1) }),
        buttonNode('二', { key: 'b', width: grow(2) }),
      ],
      { direction: 'row', gap: 8 },
    );
    expect(shown(row, 40)).toMatchInlineSnapshot(`"[    一     ] [           二           ]"`);
    expect(places(painted(row, 40))).toEqual(['a 0,0 13×1', 'b 14,0 26×1']);
  });

  it('never lets neighbours overlap, whatever the width', () => {
    const buttons = ['同意', '拒绝', '转交'].map((text, index) =>
      buttonNode(text, { key: `b${index}`, width: fill }),
    );
    const row = boxNode(buttons, { direction: 'row', role: 'buttons', gap: 8 });
    for (let width = 40; width < 90; width++) {
      const card = painted(row, width);
      expect(screen(row, width)[0]?.match(/\[ /g)).toHaveLength(3);
      for (const [index, region] of card.regions.slice(1).entries()) {
        const before = card.regions[index];
        expect(region.x).toBeGreaterThan((before?.x ?? 0) + (before?.width ?? 0) - 1);
      }
    }
  });

  it('goes on below when buttons do not fit', () => {
    const row = boxNode(
      ['同意并转交财务', '驳回申请', '补充资料'].map((text, index) =>
        buttonNode(text, { key: `b${index}` }),
      ),
      { direction: 'row', role: 'buttons', gap: 8 },
    );
    expect(shown(row, 40)).toMatchInlineSnapshot(`
      "[ 同意并转交财务 ] [ 驳回申请 ]
       [ 补充资料 ]"
    `);
  });

  it('keeps a sign apart from the text beside it', () => {
    const icon = node('icon', { icon: { glyph: '★' }, size: 16, colour: '#ff9200' });
    const row = boxNode([icon, textNode('标题')], { direction: 'row' });
    expect(shown(row, 20)).toBe('★ 标题');
  });

  it('puts things in the middle, at the end or apart', () => {
    const rows = (['start', 'center', 'end', 'between'] as const).map((justify) =>
      boxNode([textNode('左'), textNode('右')], { direction: 'row', justify, gap: 8 }),
    );
    expect(shown(boxNode(rows), 20)).toMatchInlineSnapshot(`
      "左 右
             左 右
                     左 右
      左                右"
    `);
  });

  it('draws a line between its children', () => {
    const row = boxNode([textNode('一'), textNode('二')], {
      direction: 'row',
      divider: '#eee',
      gap: 8,
    });
    expect(shown(row, 20)).toMatchInlineSnapshot(`"一│ 二"`);
  });
});

describe('a column', () => {
  it('adds up margins that meet before they become rows', () => {
    const lines = [0, 4, 12, 24].map((top) =>
      boxNode([textNode(`${top} px`, { margin: { ...around, top } })]),
    );
    expect(shown(boxNode(lines), 20)).toMatchInlineSnapshot(`
      " 0 px
       4 px

       12 px

       24 px"
    `);
  });

  it('aligns what is narrower than itself', () => {
    const fit = { kind: 'fit' } as const;
    const boxes = (['start', 'center', 'end'] as const).map((align) =>
      boxNode([buttonNode('好', { width: fit })], { align }),
    );
    expect(shown(boxNode(boxes), 20)).toMatchInlineSnapshot(`
      "[ 好 ]
             [ 好 ]
                    [ 好 ]"
    `);
  });

  it('draws lines between the items of a list', () => {
    const items = boxNode([textNode('一'), textNode('二')], {
      role: 'loop',
      divider: '#eee',
      gap: 4,
    });
    expect(shown(items, 16)).toMatchInlineSnapshot(`
      "一
      ────────────────
      二"
    `);
  });
});

describe('a grid', () => {
  const cells = ['一', '二', '三', '四', '五'].map((text) => textNode(text));

  it('has columns of the same width', () => {
    const grid = boxNode(cells, { columns: 3, gap: 8, rowGap: 24 });
    expect(shown(grid, 40)).toMatchInlineSnapshot(`
      "一            二           三

      四            五"
    `);
  });

  it('has fewer of them where they would be too narrow', () => {
    expect(shown(boxNode(cells, { columns: 5 }), 20)).toMatchInlineSnapshot(`
      "一         二
      三         四
      五"
    `);
  });
});

describe('frames, backgrounds and folds', () => {
  it('draws a border as a frame and a background in its colour', () => {
    const look = {
      border: { width: 1, colour: '#007fff' },
      background: '#e8f3ff',
      padding: { left: 12, right: 12, top: 8, bottom: 8 },
    };
    const box = boxNode([textNode('提示')], { look, tap: enabled });
    const card = painted(box, 16);
    expect(screen(box, 16).join('\n')).toMatchInlineSnapshot(`
      "╭──────────────╮
      │ 提示         │
      ╰──────────────╯"
    `);
    expect(card.lines[1]).toContainEqual({ text: '提示', look: { fg: '#171a1d', bg: '#e8f3ff' } });
    expect(places(card)).toEqual(['box 0,0 16×3']);
  });

  it('folds what is too high behind a line that opens it', () => {
    const tap = { does: 'toggle', enabled: true } as const;
    const lines = Array.from({ length: 8 }, (_, index) => textNode(`第 ${index + 1} 行`));
    const box = boxNode(lines, { fold: { height: 54, folded: true }, tap });
    expect(shown(box, 20)).toMatchInlineSnapshot(`
      "第 1 行
      第 2 行
      第 3 行
             ▾ 展开"
    `);
    expect(places(painted(box, 20))).toEqual(['box 0,3 20×1']);
    const open = boxNode(lines, { fold: { height: 54, folded: false }, tap });
    expect(screen(open, 20).slice(-2)).toEqual(['第 8 行', '       ▴ 收起']);
  });

  it('offers nothing to open where all of it is seen', () => {
    const tap = { does: 'toggle', enabled: true } as const;
    const box = boxNode([textNode('一行')], { fold: { height: 54, folded: true }, tap });
    expect(shown(box, 20)).toBe('一行');
    expect(painted(box, 20).regions).toEqual([]);
  });
});
