import { describe, expect, it } from 'vitest';
import { translator } from '../../../src/i18n/translate.js';
import { CardPromptView } from '../../../src/tui/components/card-prompt.js';
import { textBuffer } from '../../../src/tui/components/text-buffer.js';
import type { CardPrompt } from '../../../src/tui/state/card-ui.js';
import { renderTui } from '../../support/render-tui.js';

const t = translator('zh');

async function shown(prompt: CardPrompt) {
  const panel = { left: 0, top: 0, width: 40, rows: 4 };
  return renderTui(<CardPromptView prompt={prompt} panel={panel} t={t} />, { cols: 40, rows: 4 });
}

describe('what a card asks', () => {
  it('is a list with the place in it', async () => {
    const items = ['年假', '病假', '调休', '事假\u001b[31m'];
    const tui = await shown({ is: 'list', title: '类型', items, at: 3 });
    expect(tui.screen()).toEqual([' 类型', '   病假', '   调休', ' › 事假�[31m']);
  });

  it('has boxes where several can be chosen', async () => {
    const tui = await shown({ is: 'list', title: '', items: ['一', '二'], at: 0, chosen: [1] });
    expect(tui.screen().slice(1, 3)).toEqual([' › [ ] 一', '   [x] 二']);
  });

  it('says that there is nothing to choose from', async () => {
    const tui = await shown({ is: 'list', title: '类型', items: [], at: 0 });
    expect(tui.screen()[1]).toBe(' 没有选项');
  });

  it('is a text with the cursor in it', async () => {
    const buffer = textBuffer('备注');
    const tui = await shown({ is: 'text', title: '填写', hint: '请输入', buffer });
    expect(tui.screen().slice(0, 2)).toEqual([' 填写', ' › 备注']);
    expect(tui.cursor()).toMatchObject({ column: 7, row: 1 });
  });
});
