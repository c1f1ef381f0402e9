import { describe, expect, it } from 'vitest';
import { PinPrompt, pinPromptHeight } from '../../../src/tui/components/pin-prompt.js';
import { textBuffer } from '../../../src/tui/components/text-buffer.js';
import { renderTui } from '../../support/render-tui.js';
import { dataOf } from '../../support/view-data.js';

const pinning = {
  buffer: textBuffer('同意'),
  says: 'status=已同意',
  choices: [
    { label: '动作 a', pin: {} },
    { label: '动作 a，仅模板 t', pin: {} },
    { label: '动作 a，仅 李四', pin: {} },
  ],
  at: 2,
};

describe('the prompt of a pin', () => {
  it('has the name with the real cursor in it, and what the rule may hold for', async () => {
    const height = pinPromptHeight(pinning);
    const props = { pinning, data: dataOf([]), top: 0, width: 60, height };
    const tui = await renderTui(<PinPrompt {...props} />, { cols: 60, rows: height });
    expect(tui.screen().slice(1)).toEqual([
      ' 存为规则  应答：status=已同意',
      ' 名称 › 同意',
      '   ( ) 动作 a',
      '   ( ) 动作 a，仅模板 t',
      ' › (•) 动作 a，仅 李四',
    ]);
    expect(tui.cursor()).toEqual({ column: 12, row: 2, isVisible: true });
  });

  it('keeps the chosen one in sight where there is little room', async () => {
    const props = { pinning, data: dataOf([]), top: 0, width: 40, height: 4 };
    const tui = await renderTui(<PinPrompt {...props} />, { cols: 40, rows: 4 });
    expect(tui.screen()[3]).toContain('仅 李四');
  });
});
