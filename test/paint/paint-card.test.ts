import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/base/display-width.js';
import { defaultSwitches } from '../../src/card/card-data.js';
import { defaultCardSettings } from '../../src/card/card-settings.js';
import { mockCardData } from '../../src/card/data/mock-data.js';
import { createEvaluation } from '../../src/card/evaluate/create-evaluation.js';
import { buildView } from '../../src/card/view/build-view.js';
import type { ViewNode } from '../../src/card/view/view-node.js';
import { paintCard } from '../../src/paint/paint-card.js';
import { lineText } from '../../src/paint/plain-text.js';
import { templateAt } from '../support/card-templates.js';
import {
  around,
  boxNode,
  buttonNode,
  cardNode,
  node,
  painted,
  places,
  screen,
  textNode,
} from '../support/painted.js';

const fill = { kind: 'fill' } as const;
const row = (label: string, value: string) =>
  boxNode(
    [textNode(label, { width: { kind: 'fixed', px: 72 } }), textNode(value, { width: fill })],
    {
      direction: 'row',
      margin: { ...around, top: 6 },
    },
  );
const approval = cardNode([
  boxNode(
    [
      node('icon', { icon: { glyph: '📋' }, size: 16, colour: '#007fff' }),
      textNode('费用审批', { width: fill }),
      node('tag', { text: '待审批', colour: '#ff9200', size: 12 }),
    ],
    { direction: 'row', role: 'header', margin: around },
  ),
  row('申请人', '李四 👩‍💻'),
  row('金额', '¥ 1,280.00，含上海往返高铁、两晚住宿以及三天的餐补'),
  node('divider', { direction: 'horizontal', colour: '#eeeeee', margin: around }),
  boxNode(
    [
      buttonNode('拒绝', { key: 'reject', colour: 'red', width: fill }),
      buttonNode('同意', { key: 'agree', width: fill }),
    ],
    { direction: 'row', role: 'buttons', gap: 8, margin: { ...around, bottom: 12 } },
  ),
]);

describe('paintCard', () => {
  it('paints an approval on 80 columns', () => {
    expect(screen(approval, 80).join('\n')).toMatchInlineSnapshot(`
      "╭──────────────────────────────────────────────────────────────────────────────╮
      │ 📋 费用审批                                                         [待审批] │
      │ 申请人   李四 👩‍💻                                                             │
      │ 金额     ¥ 1,280.00，含上海往返高铁、两晚住宿以及三天的餐补                  │
      │                                                                              │
      │ ──────────────────────────────────────────────────────────────────────────── │
      │                                                                              │
      │ [                拒绝                ] [               同意                ] │
      ╰──────────────────────────────────────────────────────────────────────────────╯"
    `);
  });

  it('paints it on 40 columns', () => {
    expect(screen(approval, 40).join('\n')).toMatchInlineSnapshot(`
      "╭──────────────────────────────────────╮
      │ 📋 费用审批                 [待审批] │
      │ 申请人   李四 👩‍💻                     │
      │ 金额     ¥ 1,280.00，含上海往返高    │
      │          铁、两晚住宿以及三天的餐补  │
      │                                      │
      │ ──────────────────────────────────── │
      │                                      │
      │ [      拒绝      ] [     同意      ] │
      ╰──────────────────────────────────────╯"
    `);
    expect(places(painted(approval, 40))).toEqual(['reject 2,8 18×1', 'agree 21,8 17×1']);
  });

  it('is never wider than it is told, from the narrowest on', () => {
    for (const width of [-5, 0, 3, 16, 17, 25, 39]) {
      const { lines, width: taken } = painted(approval, width);
      expect(taken).toBe(Math.max(16, width));
      for (const line of screen(approval, width))
        expect(displayWidth(line)).toBeLessThanOrEqual(taken);
      expect(lines.length).toBeGreaterThan(5);
    }
  });

  it('paints the card’s own background where it is asked to', () => {
    const { lines } = painted(cardNode([textNode('同意')]), 16, { ground: 'card' });
    expect(lines[1]).toContainEqual({ text: '同意', look: { fg: '#171a1d', bg: '#ffffff' } });
    expect(lines[1]?.map(({ text }) => text).join('')).toHaveLength(14);
  });

  it('says that a card shows nothing', () => {
    expect(screen(undefined, 30).join('\n')).toMatchInlineSnapshot(`
      "╭╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╮
      ╎ 这张卡片不显示任何内容     ╎
      ╰╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╯"
    `);
  });

  it('paints the beginning of a card that is too large', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => textNode(`第 ${index} 行`));
    const { whole, lines } = painted(cardNode(many), 80);
    expect(whole).toBe(false);
    expect(lines).toHaveLength(4001);
    expect(lines.at(-1)?.[0]?.text).toBe('… 卡片太大，只画了前 4000 行');
  });

  it('cuts a text nobody reads to its end', () => {
    const { whole, lines } = painted(cardNode([textNode('长'.repeat(1_000_000))]), 80);
    expect(whole).toBe(false);
    expect(lines.length).toBeLessThan(4002);
  });

  it('gives back all memory of the layout engine', async () => {
    // A process of its own: in this one other tests grow meanwhile. Kept layouts would take 170 MB.
    const program = path.resolve(import.meta.dirname, '../fixtures/programs/paint-many-times.ts');
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, ['--expose-gc', '--import', 'tsx', program]);
    expect(Number(stdout)).toBeLessThan(80);
  }, 60_000);

  it('takes a whole tree of one kind after the other without complaint', () => {
    const kinds = [approval, ...(approval as Extract<ViewNode, { kind: 'box' }>).children];
    for (const kind of kinds) expect(painted(kind, 50).lines.length).toBeGreaterThan(0);
  });
});

describe('a card of any template', () => {
  const files = [
    'examples/approval/template.json',
    'examples/leave-form/template.json',
    'examples/lunch-vote/template.json',
    'test/fixtures/templates/all-components.json',
    'test/fixtures/templates/ai-states.json',
  ];

  it.each(files)('stays within its width, and its regions within the card: %s', (file) => {
    const template = templateAt(file);
    const data = mockCardData(template);
    const settings = defaultCardSettings();
    const switches = defaultSwitches;
    const view = buildView(createEvaluation({ template, data, switches, settings }));
    for (let width = 16; width <= 130; width += 6) {
      const { lines, regions } = paintCard(view, { width, lang: 'en', theme: 'dark' });
      const widest = Math.max(...lines.map((line) => displayWidth(lineText(line))));
      expect(widest).toBeLessThanOrEqual(width);
      expect(new Set(regions.map(({ id }) => id)).size).toBe(regions.length);
      for (const { x, y, width: wide, height } of regions) {
        expect(x >= 0 && x + wide <= width && y >= 0 && y + height <= lines.length).toBe(true);
      }
    }
  });
});
