import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../../src/log/event.js';
import {
  AnswerFormPanel,
  answerFormPanelHeight,
} from '../../../src/tui/components/answer-form-panel.js';
import { textBuffer } from '../../../src/tui/components/text-buffer.js';
import type { AnswerEditing } from '../../../src/tui/state/answer-editing.js';
import { answerForm } from '../../../src/tui/state/answer-form.js';
import {
  callbackAnswered,
  callbackReceived,
  sessionStarted,
} from '../../support/event-builders.js';
import { renderTui } from '../../support/render-tui.js';
import { callback } from '../../support/rule-subjects.js';
import { dataOf } from '../../support/view-data.js';

const editing: AnswerEditing = {
  exchangeId: 'e1',
  callback: callback({ userId: 'user02', actionIds: ['btn_agree'] }),
  from: 'recent',
  form: answerForm({ response: { cardData: { cardParamMap: { status: '已同意' } } } }),
  findings: [],
  isChanged: false,
};
const clicker = sessionStarted({ answerReach: 'clicker' });
const acked = callbackAnswered('e1', { source: 'autoAck' });

async function panel(
  events: readonly EventBody[],
  { what = editing, width = 80, height = 10, lang = 'zh' as 'zh' | 'en' } = {},
) {
  const data = dataOf(events, 0, lang);
  const props = { editing: what, data, top: 0, width, height };
  const tui = await renderTui(<AnswerFormPanel {...props} />, { cols: width, rows: height });
  return tui.screen();
}

describe('the panel an answer is written in', () => {
  it('says for how long it is an answer', async () => {
    const screen = await panel([callbackReceived('e1')]);
    expect(screen[1]).toMatch(/^ 编辑应答 {2}user02 · btn_agree.*█ ◐ 等待 1\.7 s$/);
    expect(screen[2]).toBe(' 起点：上次对这个动作的应答');
  });

  it('says when it is a late update, and whom that reaches', async () => {
    expect((await panel([callbackReceived('e1'), acked]))[1]).toMatch(/^ 编辑迟到的更新 {2}user02/);
    const all = [clicker, callbackReceived('e1'), acked];
    expect((await panel(all))[1]).toContain('编辑迟到的更新：所有人可见');
    expect((await panel(all, { lang: 'en' }))[1]).toContain(
      'Editing a late update — reaches everyone',
    );
  });

  it('says when somebody else decided, and when nothing is known of the callback', async () => {
    const decided = [callbackReceived('e1'), callbackAnswered('e1', { source: 'forward' })];
    expect((await panel(decided))[1]).toContain('已由别处决定，改为更新');
    expect((await panel([clicker, ...decided], { width: 100 }))[1]).toContain('所有人可见');
    expect((await panel([]))[1]).toContain('回调已不在内存中');
  });

  it('never cuts what becomes of the text, on small screens neither', async () => {
    for (const width of [40, 60, 80, 120]) {
      const [, title = ''] = await panel([clicker, callbackReceived('e1'), acked], { width });
      expect(title).toContain('编辑迟到的更新：所有人可见');
      const decided = [clicker, callbackReceived('e1'), callbackAnswered('e1')];
      expect((await panel(decided, { width }))[1]).toContain('改为更新：所有人可见');
    }
  });

  it('keeps the row that is typed in, where there is room for nothing else', async () => {
    const screen = await panel([callbackReceived('e1')], { height: 3 });
    expect(screen.some((row) => row.includes('▸'))).toBe(true);
  });

  it('shows JSON with what is wrong with it', async () => {
    const problem = { is: 'mistake', place: { line: 1, column: 2 }, code: 'name' } as const;
    const what = { ...editing, json: { buffer: textBuffer('{a}'), problem } };
    const screen = await panel([callbackReceived('e1')], { what, height: 6 });
    expect(screen[3]).toBe('✗ 1 {a}');
    expect(screen[5]).toBe(' ✗ 第 1 行第 2 列：这里应有带双引号的名称');
    const fine = { ...editing, json: { buffer: textBuffer('{}') } };
    expect((await panel([], { what: fine, height: 6 })).at(-1)).toBe(' ✓ JSON 有效');
  });

  it('leaves the feed a part of the screen, however much there is', () => {
    const json = { buffer: textBuffer('\n'.repeat(500)) };
    const data = dataOf([callbackReceived('e1')]);
    for (const rows of [10, 24, 40, 100]) {
      expect(answerFormPanelHeight({ ...editing, json }, data, 80, rows)).toBeLessThan(
        Math.max(7, (rows - 6) * 0.7),
      );
    }
  });
});
