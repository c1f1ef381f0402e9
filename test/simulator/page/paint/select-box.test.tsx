import { describe, expect, it } from 'vitest';
import type { SelectNode } from '../../../../src/card/view/view-node.js';
import { enabledTap, frame, paintHtml } from '../../../support/paint-html.js';

const select: SelectNode = {
  ...frame(),
  kind: 'select',
  multiple: true,
  placeholder: '选部门',
  options: [
    { text: '研发', value: 1 },
    { text: '市场', value: 2 },
  ],
  selected: [1],
  state: 'normal',
  tap: enabledTap,
};

describe('a box to choose from', () => {
  it('has a chip for each choice, with its own ×', () => {
    const html = paintHtml(select);
    expect(html).toMatch(/<li class="dt-chip">.*市场.*aria-label="移除 市场"/);
    expect(html).not.toContain('研发');
  });

  it('shows the one choice there can be, else what is to be chosen', () => {
    expect(paintHtml({ ...select, multiple: false })).toMatch(/role="combobox".*市场/);
    expect(paintHtml({ ...select, multiple: false, selected: [] })).toMatch(
      /role="combobox".*选部门/,
    );
  });

  it('stands choices that no option has', () => {
    expect(paintHtml({ ...select, multiple: false, selected: [9] })).toContain('选部门');
  });
});
