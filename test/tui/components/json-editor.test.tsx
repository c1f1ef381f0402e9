import { describe, expect, it } from 'vitest';
import { JsonEditor } from '../../../src/tui/components/json-editor.js';
import { textBuffer } from '../../../src/tui/components/text-buffer.js';
import { renderTui } from '../../support/render-tui.js';

async function shown(text: string, cursor: number, badLine?: number, rows = 4) {
  const buffer = { ...textBuffer(text), cursor };
  const props = { buffer, badLine, top: 0, width: 30, height: rows };
  return renderTui(<JsonEditor {...props} />, { cols: 30, rows });
}

describe('the editor of JSON', () => {
  it('numbers the lines, marks the broken one, and puts the real cursor behind wide text', async () => {
    const text = '{\n  "状态": "已同意"\n}';
    const tui = await shown(text, text.indexOf('意') + 1, 2);
    expect(tui.screen()).toEqual(['  1 {', '✗ 2   "状态": "已同意"', '  3 }', '']);
    expect(tui.cursor()).toEqual({ column: 21, row: 1, isVisible: true });
  });

  it('keeps the line of the cursor in sight, and its end in long lines', async () => {
    const lines = Array.from({ length: 50 }, (_, n) => `"${'x'.repeat(40)}${n}"`);
    const tui = await shown(lines.join('\n'), lines.slice(0, 31).join('\n').length);
    const at = tui.screen().findIndex((row) => row.startsWith('  31'));
    expect(at).toBeGreaterThanOrEqual(0);
    expect(tui.cursor().row).toBe(at);
    expect(tui.screen()[at]).toMatch(/…x+30"$/);
  });

  it('shows control characters as something that does nothing', async () => {
    const tui = await shown('a\u001b[31mb\tc', 0);
    expect(tui.screen()[0]).toBe('  1 a\ufffd[31mb\ufffdc');
  });
});
