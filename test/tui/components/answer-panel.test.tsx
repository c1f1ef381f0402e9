import { describe, expect, it } from 'vitest';
import { AnswerPanel, answerPanelHeight } from '../../../src/tui/components/answer-panel.js';
import { callbackAnswered, callbackReceived } from '../../support/event-builders.js';
import { renderTui } from '../../support/render-tui.js';
import { dataOf } from '../../support/view-data.js';

const slots = Array.from({ length: 12 }, (_, n) => ({ label: `预设回应 ${n + 1}`, response: {} }));
const draft = { exchangeId: 'e1' };

async function panel(events: Parameters<typeof dataOf>[0], width = 80) {
  const height = answerPanelHeight(draft, slots, width);
  const props = { draft, slots, data: dataOf(events), top: 0, width, height };
  const tui = await renderTui(<AnswerPanel {...props} />, { cols: width, rows: height });
  return tui.screen();
}

describe('answer panel', () => {
  it('shows nine slots at most, as many to a line as fit', async () => {
    for (const width of [40, 80]) {
      const screen = await panel([callbackReceived('e1')], width);
      const text = screen.join('\n');
      expect(text).toContain('9 预设回应 9');
      expect(text).not.toContain('预设回应 10');
      expect(screen.at(-1)).toContain('0 空确认   x 回应失败   e 填写');
    }
  });

  it('says what happens by itself, before and after the deadline', async () => {
    expect((await panel([callbackReceived('e1')]))[2]).toContain('不处理：1.7s 后自动空确认');
    const late = await panel([
      callbackReceived('e1'),
      callbackAnswered('e1', { source: 'autoAck' }),
    ]);
    expect(late[2]).toContain('现在的回应会作为卡片更新发出');
    const done = await panel([callbackReceived('e1'), callbackAnswered('e1')]);
    expect(done[2]).toContain('已有回应');
  });

  it('stands also when the callback is no longer known', async () => {
    expect((await panel([]))[1]).toContain('已不在内存中');
  });
});
