import { describe, expect, it } from 'vitest';
import type { InputNode } from '../../../../src/card/view/view-node.js';
import { createFormDrafts } from '../../../../src/simulator/page/paint/form-drafts.js';
import { enabledTap, frame, paintHtml } from '../../../support/paint-html.js';

const input: InputNode = {
  ...frame('i1', 'Input'),
  kind: 'input',
  title: '备注',
  message: '',
  placeholder: '写点什么',
  value: '',
  state: 'normal',
  inline: true,
  multiline: false,
  tap: enabledTap,
};

describe('an input', () => {
  it('in place is typed into, on one line or several', () => {
    expect(paintHtml({ ...input, value: '"x"' })).toMatch(
      /<input type="text" class="dt-input"[^>]*placeholder="写点什么"[^>]*aria-label="备注"[^>]*value="&quot;x&quot;"/,
    );
    expect(paintHtml({ ...input, multiline: true, minRows: 5 })).toMatch(/<textarea[^>]*rows="5"/);
  });

  it('that pops up is a button for a dialog, showing its value', () => {
    const html = paintHtml({ ...input, inline: false, value: '写好了' });
    expect(html).toMatch(/<button[^>]*aria-haspopup="dialog"[^>]*>.*写好了/);
  });

  it('that is off takes nothing', () => {
    expect(paintHtml({ ...input, state: 'disabled' })).toMatch(/disabled/);
    expect(paintHtml({ ...input, inline: false, state: 'disabled' })).toMatch(/disabled/);
  });

  it('goes on where it was left', () => {
    const drafts = createFormDrafts();
    drafts.write('i1', { text: '没写完' });
    expect(paintHtml(input, { drafts })).toContain('value="没写完"');
  });
});
