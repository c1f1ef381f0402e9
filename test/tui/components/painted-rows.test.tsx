import { describe, expect, it } from 'vitest';
import { PaintedRows } from '../../../src/tui/components/painted-rows.js';
import { renderTui } from '../../support/render-tui.js';

describe('painted rows', () => {
  it('are drawn as they are, cut to their width', async () => {
    const lines = [
      [
        { text: '同意', look: { bold: true } },
        { text: ' 拒绝', look: { fg: '#ff0000', inverse: true } },
      ],
      [],
      [{ text: '一二三四五六七八', look: {} }],
      [{ text: '不再可见', look: {} }],
    ];
    const tui = await renderTui(<PaintedRows lines={lines} width={10} height={3} />, {
      cols: 12,
      rows: 5,
    });
    expect(tui.screen()).toEqual(['同意 拒绝', '', '一二三四…', '', '']);
  });
});
