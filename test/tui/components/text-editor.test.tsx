import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../src/base/display-width.js';
import { span } from '../../../src/tui/components/spans.js';
import { textBuffer } from '../../../src/tui/components/text-buffer.js';
import { editorView, TextEditor } from '../../../src/tui/components/text-editor.js';
import { renderTui } from '../../support/render-tui.js';

describe('editorView', () => {
  it('shows all of a short text with the cursor after it', () => {
    expect(editorView(textBuffer('提交'), 10)).toEqual({ text: '提交', column: 4 });
  });

  it('scrolls so that the cursor is always inside, and marks what is cut off', () => {
    for (let cells = 3; cells < 12; cells++) {
      for (const text of ['abcdefghijklmnop', '提交审批提交审批', 'a👩‍👩‍👧b提c']) {
        for (let cursor = 0; cursor <= text.length; cursor++) {
          const view = editorView({ text, cursor, past: [] }, cells);
          expect(view.column).toBeLessThan(cells);
          expect(displayWidth(view.text)).toBeLessThanOrEqual(cells);
        }
      }
    }
    expect(editorView(textBuffer('abcdefghij'), 6)).toEqual({ text: '…ghij', column: 5 });
  });

  it('shows line breaks and control characters as marks', () => {
    expect(editorView(textBuffer('a\nb\u001b[2J\u200b'), 20).text).toBe('a↵b\ufffd[2J\ufffd');
  });
});

describe('TextEditor', () => {
  const props = {
    label: [span('名称 ')],
    column: 0,
    row: 0,
    width: 20,
    labelWidth: 5,
    placeholder: '空',
  };

  it('has the real cursor where the text goes while it has the focus', async () => {
    const tui = await renderTui(<TextEditor {...props} buffer={textBuffer('提交a')} isFocused />, {
      cols: 20,
      rows: 2,
    });
    expect(tui.screen()[0]).toBe('名称 提交a');
    expect(tui.cursor()).toEqual({ column: 10, row: 0, isVisible: true });
    await tui.rerender(<TextEditor {...props} buffer={textBuffer('提交a')} isFocused={false} />);
    expect(tui.cursor().isVisible).toBe(false);
  });

  it('shows the placeholder only while it is empty', async () => {
    const tui = await renderTui(<TextEditor {...props} buffer={textBuffer()} isFocused />, {
      cols: 20,
      rows: 2,
    });
    expect(tui.screen()[0]).toBe('名称 空');
    expect(tui.cursor()).toEqual({ column: 5, row: 0, isVisible: true });
  });
});
