import { describe, expect, it } from 'vitest';
import { ArmPanel, armPanelHeight } from '../../../src/tui/components/arm-panel.js';
import { textBuffer } from '../../../src/tui/components/text-buffer.js';
import type { ArmDraft, ArmUi } from '../../../src/tui/state/arming.js';
import { renderTui } from '../../support/render-tui.js';
import { dataOf } from '../../support/view-data.js';

const draft: ArmDraft = {
  is: 'new',
  filters: ['action:accept'],
  answers: [
    { label: '同意', answer: { kind: 'empty' } },
    { label: '驳回', answer: { kind: 'empty' } },
  ],
  filter: textBuffer('action:accept'),
  chosen: 1,
  times: textBuffer(''),
  at: 'times',
};

const armed = (n: number) =>
  ({
    type: 'answer.armed',
    armedId: `a${n}`,
    filter: `action:a${n}`,
    code: 500,
    times: n,
  }) as const;

async function panel(arming: ArmUi, height?: number, count = 9) {
  const data = dataOf(Array.from({ length: count }, (_, n) => armed(n + 1)));
  const rows = height ?? armPanelHeight(arming, data);
  const props = { arming, data, top: 0, width: 60, height: rows };
  const tui = await renderTui(<ArmPanel {...props} />, { cols: 60, rows });
  return { screen: tui.screen(), cursor: tui.cursor() };
}

describe('arming an answer', () => {
  it('shows filter, answer and times, with the cursor where it is typed', async () => {
    const { screen, cursor } = await panel(draft);
    expect(screen.slice(1)).toEqual([
      ' 预设应答：在点击之前',
      '   用于 action:accept',
      '   应答 ‹ 驳回 ›  2/2',
      ' ▸ 次数 1；留空为每次',
    ]);
    expect(cursor).toMatchObject({ row: 4, column: 8 });
  });

  it('says what is wrong below, and keeps the field that is typed into on a short screen', async () => {
    const wrong = { ...draft, problem: '次数是整数' };
    expect((await panel(wrong)).screen.at(-1)).toBe(' ✗ 次数是整数');
    const { screen, cursor } = await panel(wrong, 2);
    expect(screen).toEqual([' ▸ 次数 1；留空为每次', ' ✗ 次数是整数']);
    expect(cursor.row).toBe(0);
  });
});

describe('armed answers', () => {
  it('are listed with what they say and how often still, around the chosen one', async () => {
    const { screen } = await panel({ is: 'list', at: 8 });
    expect(screen[1]).toBe(' 已预设的应答');
    expect(screen).toHaveLength(8);
    expect(screen.at(-1)).toBe(' ▸ action:a9 → 以失败应答 500  剩 9 次');
    expect((await panel({ is: 'list', at: 0 }, 3)).screen.at(-1)).toContain('▸ action:a1');
  });
});
