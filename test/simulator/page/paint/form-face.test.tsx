import { describe, expect, it } from 'vitest';
import type { FormField, FormNode } from '../../../../src/card/view/view-node.js';
import { createFormDrafts } from '../../../../src/simulator/page/paint/form-drafts.js';
import { buttonNode, enabledTap, frame, paintHtml } from '../../../support/paint-html.js';
import { paintedPages } from '../../../support/painted-page.js';

const field = (name: string, more: Partial<FormField> = {}): FormField => ({
  name,
  label: name,
  type: 'TEXT',
  declaredType: 'TEXT',
  hidden: false,
  readOnly: false,
  required: false,
  requiredMsg: '',
  placeholder: '',
  options: [],
  ...more,
});

const form = (more: Partial<FormNode> = {}): FormNode => ({
  ...frame('form', 'Form'),
  kind: 'form',
  fields: [
    field('事由', { defaultValue: '出差' }),
    field('密', { hidden: true, defaultValue: 'x' }),
  ],
  submitText: '提交申请',
  state: 'normal',
  customSubmit: false,
  children: [],
  tap: enabledTap,
  ...more,
});

describe('a form', () => {
  it('has its fields with their defaults, hidden ones not among them, and a button', () => {
    const html = paintHtml(form());
    expect(html).toMatch(/aria-label="事由"[^>]*value="出差"/);
    expect(html).not.toContain('密');
    expect(html).toMatch(/<button type="submit"[^>]*>.*提交申请/);
  });

  it('has the buttons of the template when it says so', () => {
    const html = paintHtml(form({ customSubmit: true, children: [buttonNode('自己的')] }));
    expect(html).toContain('自己的');
    expect(html).not.toContain('提交申请');
  });

  it('that is disabled takes nothing and says why', () => {
    const html = paintHtml(
      form({ state: 'disabled', tap: { does: 'request', enabled: false, why: 'status' } }),
    );
    expect(html).toMatch(/<button type="submit"[^>]*aria-disabled="true" title="状态不是 normal/);
    expect(html).toMatch(/aria-label="事由"[^>]*disabled|disabled=""[^>]*aria-label="事由"/);
  });

  it('goes on where it was left', () => {
    const drafts = createFormDrafts();
    drafts.write('form', { 事由: '开会' });
    expect(paintHtml(form(), { drafts })).toContain('value="开会"');
  });
});

describe('a form in a browser', () => {
  const pages = paintedPages();
  const fields = [
    field('事由', { required: true }),
    field('天数', { type: 'NUMBER', defaultValue: 1 }),
    field('类型', {
      type: 'SELECT',
      options: [
        { text: '年假', value: 'annual' },
        { text: '病假', value: 'sick' },
      ],
    }),
    field('抄送', {
      type: 'MULTI_CHECKBOX_GROUP',
      options: [
        { text: '人事', value: 'hr' },
        { text: '组长', value: 'lead' },
      ],
    }),
    field('加急', { type: 'SWITCH' }),
    field('同行', { type: 'TEXT_ARRAY', addText: '再加一个' }),
  ];

  it('submits what was filled in, in the types of its fields', async () => {
    const { page, gesture } = await pages.open(form({ fields }));
    await page.getByRole('textbox', { name: '事由' }).fill('开会');
    await page.getByRole('spinbutton', { name: '天数' }).fill('2.50');
    await page.getByRole('combobox', { name: '类型' }).click();
    await page.getByRole('option', { name: '病假' }).click();
    await page.getByRole('checkbox', { name: '组长' }).check();
    await page.getByRole('checkbox', { name: '人事' }).check();
    await page.getByRole('switch', { name: '加急' }).check();
    await page.getByRole('textbox', { name: '同行 1' }).fill('张三');
    await page.getByRole('button', { name: '再加一个' }).click();
    await page.getByRole('textbox', { name: '同行 2' }).fill('李四');
    await page.getByRole('button', { name: '提交申请' }).click();
    expect(await gesture(1)).toEqual({
      key: 'form',
      gesture: {
        type: 'submit',
        values: {
          事由: '开会',
          天数: 2.5,
          类型: { index: 1, value: 'sick' },
          抄送: ['hr', 'lead'],
          加急: true,
          同行: ['张三', '李四'],
        },
      },
    });
  });

  it('shows what may not be submitted at its field, until that is changed', async () => {
    const { page, answer, gesture } = await pages.open(form({ fields }));
    await answer([{ type: 'invalid', problems: [{ field: '事由', message: '事由是必填项' }] }]);
    await page.getByRole('button', { name: '提交申请' }).click();
    await gesture(1);
    await page.getByRole('alert').filter({ hasText: '事由是必填项' }).waitFor();
    const reason = page.getByRole('textbox', { name: '事由' });
    await reason.and(page.locator(':focus')).and(page.locator('[aria-invalid=true]')).waitFor();
    await reason.fill('x');
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });

  it('hears of problems from a button inside it, and keeps drafts for it', async () => {
    const { page, answer } = await pages.open(
      form({ fields, customSubmit: true, children: [buttonNode('自己的', { key: 'own' })] }),
    );
    await answer([{ type: 'invalid', problems: [{ field: '天数', message: '太多' }] }]);
    await page.getByRole('spinbutton', { name: '天数' }).fill('99');
    await page.getByRole('button', { name: '自己的' }).click();
    await page.getByRole('alert').filter({ hasText: '太多' }).waitFor();
    expect(await page.evaluate(() => window.card.draft('form'))).toEqual({ 天数: 99 });
  });

  it('keeps what is being typed when the card changes around it', async () => {
    const { page, paint } = await pages.open(form({ fields }));
    await page.getByRole('textbox', { name: '事由' }).fill('写到一半');
    await paint(form({ fields, submitText: '再次提交' }));
    await page.getByRole('button', { name: '再次提交' }).waitFor();
    expect(await page.getByRole('textbox', { name: '事由' }).inputValue()).toBe('写到一半');
  });
});
