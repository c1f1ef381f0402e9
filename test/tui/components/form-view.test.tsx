import { describe, expect, it } from 'vitest';
import { translator } from '../../../src/i18n/translate.js';
import { FormView, formHeight } from '../../../src/tui/components/form-view.js';
import { addField, type Form, pickField, variableField } from '../../../src/tui/state/form.js';
import { renderTui } from '../../support/render-tui.js';

const t = translator('zh');
const choices = Array.from({ length: 9 }, (_, n) => ({
  value: `t${n}.schema`,
  label: `模板 ${n}`,
}));
const form: Form = {
  fields: [
    pickField('cardTemplateId', choices),
    ...Array.from({ length: 12 }, (_, n) => variableField(`变量${n}`, `值${n}`)),
    addField(),
  ],
  at: 0,
};

function view(at: number, height: number, width = 40) {
  const props = { form: { ...form, at }, t, left: 0, top: 0, width, height };
  return renderTui(<FormView {...props} />, { cols: width, rows: height });
}

describe('form', () => {
  it('lists the choices below the focused field, six at a time', async () => {
    const tui = await view(0, 12, 60);
    expect(tui.screen()[0]).toMatch(/^ ▸ 模板/);
    expect(tui.screen().filter((row) => row.includes('.schema'))).toHaveLength(7);
    expect(tui.screen()[6]).toContain('还有 3 个');
  });

  it.each([1, 3, 6])(
    'always shows the focused field, in %i rows too, with the cursor in it',
    async (height) => {
      for (const at of [1, 7, 12]) {
        const tui = await view(at, height);
        const row = tui.screen().findIndex((line) => line.startsWith(' ▸ '));
        expect(tui.screen()[row]).toContain(`值${at - 1}`);
        expect(tui.cursor()).toMatchObject({ row, isVisible: true });
      }
    },
  );

  it('shows the declared type where there is no value yet', async () => {
    const declared: Form = {
      fields: [
        variableField('dishes', '', 'loopArray'),
        variableField('n', '1', 'number'),
        addField(),
      ],
      at: 1,
    };
    const props = { form: declared, t, left: 0, top: 0, width: 40, height: 3 };
    const tui = await renderTui(<FormView {...props} />, { cols: 40, rows: 3 });
    expect(tui.screen()[0]).toMatch(/dishes +loopArray/);
    expect(tui.screen()[1]).not.toContain('number');
  });

  it('says how tall it would like to be', () => {
    expect(formHeight(form)).toBe(14 + 6);
    expect(formHeight({ ...form, at: 1 })).toBe(14);
  });
});
