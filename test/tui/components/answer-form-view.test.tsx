import { describe, expect, it } from 'vitest';
import { translator } from '../../../src/i18n/translate.js';
import { AnswerFormView, answerFormHeight } from '../../../src/tui/components/answer-form-view.js';
import { type AnswerForm, answerForm } from '../../../src/tui/state/answer-form.js';
import { renderTui } from '../../support/render-tui.js';

const text = { t: translator('zh'), lang: 'zh', name: '李四', isForClicker: false } as const;
const many = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`v${n}`, `值${n}`]));
const form = answerForm({
  response: {
    cardUpdateOptions: { updateCardDataByKey: true },
    cardData: { cardParamMap: many },
  },
});

async function shown(which: AnswerForm, height: number) {
  const props = { form: which, findings: [], text, top: 0, width: 60, height };
  return renderTui(<AnswerFormView {...props} />, { cols: 60, rows: height });
}

describe('the form on the screen', () => {
  it('puts the real cursor behind the Chinese text of the focused row', async () => {
    const tui = await shown(form, 5);
    const row = tui.screen()[tui.cursor().row] ?? '';
    expect(row).toMatch(/▸ ● +v0 +值0$/);
    expect(tui.cursor()).toMatchObject({ column: 18 + 3, isVisible: true });
  });

  it('keeps every focused row in sight, with the row before it', async () => {
    for (let at = 0; at < form.fields.length; at++) {
      const tui = await shown({ ...form, at }, 4);
      const row = tui.screen().findIndex((line) => line.startsWith(' ▸'));
      expect(row, `row ${at}`).toBeGreaterThanOrEqual(at === 0 ? 0 : 1);
      expect(tui.cursor()).toMatchObject({ row, isVisible: true });
    }
  });

  it('has the cursor in the box of a choice', async () => {
    const at = form.fields.findIndex(({ kind }) => kind === 'replace');
    const tui = await shown({ ...form, at }, 6);
    const { row, column } = tui.cursor();
    expect(tui.screen()[row]?.slice(column - 1, column + 2)).toBe('[ ]');
  });

  it('is as high as all of its rows', async () => {
    const height = answerFormHeight(form, [], text, 60);
    const tui = await shown(form, height + 1);
    expect(tui.screen().filter((row) => row !== '')).toHaveLength(height);
  });

  it('stands in a single row as well', async () => {
    const tui = await shown({ ...form, at: 3 }, 1);
    expect(tui.screen()[0]).toContain('v3');
  });
});
