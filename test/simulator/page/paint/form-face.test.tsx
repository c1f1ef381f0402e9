import { describe, expect, it } from 'vitest';
import type { FormField, FormNode } from '../../../../src/card/view/view-node.js';
import { createFormDrafts } from '../../../../src/simulator/page/paint/form-drafts.js';
import { buttonNode, enabledTap, frame, paintHtml } from '../../../support/paint-html.js';

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
