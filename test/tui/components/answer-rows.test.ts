import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../src/base/display-width.js';
import { lintAnswer } from '../../../src/card/lint/lint-answer.js';
import type { Lang } from '../../../src/i18n/sentence.js';
import { translator } from '../../../src/i18n/translate.js';
import { answerRows } from '../../../src/tui/components/answer-rows.js';
import { type AnswerForm, answerForm } from '../../../src/tui/state/answer-form.js';
import { templateAt } from '../../support/card-templates.js';

const template = templateAt('examples/approval/template.json');

function linesOf(form: AnswerForm, width = 80, isForClicker = false, lang: Lang = 'zh') {
  const findings = lintAnswer(
    {
      cardUpdateOptions: { updateCardDataByKey: true },
      cardData: {
        cardParamMap: Object.fromEntries(
          form.fields.flatMap((field) =>
            field.kind === 'value' && field.isSent ? [[field.name, field.buffer.text]] : [],
          ),
        ),
      },
    },
    template,
  );
  const text = { t: translator(lang), lang, name: '李四', isForClicker } as const;
  const { rows, labelWidth } = answerRows(form, findings, text, width);
  const lines = rows.map((row) =>
    (row.is === 'text' ? row.line : row.label).map((part) => part.text).join(''),
  );
  return { lines, labelWidth };
}

function saying(cardParamMap: Record<string, string>): AnswerForm {
  const cardUpdateOptions = { updateCardDataByKey: true };
  return answerForm({ response: { cardUpdateOptions, cardData: { cardParamMap } }, template });
}

describe('rows of an answer', () => {
  it('are headed by whom the data is for, and tell what is sent without colour', () => {
    const { lines } = linesOf(saying({ status: '已同意' }));
    expect(lines[0]).toBe(' 公有数据 · 所有人');
    expect(lines[1]).toMatch(/^ ▸ ● {3}status +string $/);
    expect(lines[2]).toMatch(/^ {3}○ {3}lastMessage string $/);
    expect(lines).toContain(' 私有数据 · 仅 李四');
    expect(linesOf(saying({}), 80, true).lines[0]).toContain('按时只有 李四 可见');
  });

  it('name what can be added in full, where the names of the variables are short', () => {
    const cardParamMap = { a: '1' };
    const form = answerForm({ response: { cardData: { cardParamMap } }, template: undefined });
    const { lines } = linesOf(form, 80, false, 'en');
    expect(lines.some((line) => line.includes('+ private variable'))).toBe(true);
    expect(lines.join('')).not.toContain('…');
  });

  it('have labels of one width in cells, whatever the names are', () => {
    const form = saying({ ['很长很长的变量名'.repeat(5)]: 'x', '\u001b[31m': 'y', status: 'z' });
    for (const width of [40, 80, 120]) {
      const { lines, labelWidth } = linesOf(form, width);
      const values = lines.filter((line) => /[●○]/.test(line));
      expect(new Set(values.map(displayWidth))).toEqual(new Set([labelWidth]));
      expect(lines.join('')).not.toContain('\u001b');
      expect(labelWidth).toBeLessThan(width);
    }
  });

  it('say what is wrong below the focused one, and mark the others', () => {
    const form = saying({ statsu: 'x', titel: 'y' });
    const { lines } = linesOf(form);
    expect(lines[1]).toMatch(/● ! statsu/);
    expect(lines[2]).toMatch(/^ {5}! .*是不是 status/);
    expect(lines[3]).toMatch(/● ! titel/);
    expect(lines[4]).not.toContain('是不是');
  });
});
