import { expect, it } from 'vitest';
import { Cursor } from '../../../src/tui/components/cursor.js';
import { renderTui } from '../../support/render-tui.js';

it('puts the real cursor somewhere for as long as it stands there', async () => {
  const tui = await renderTui(<Cursor column={3} row={1} />, { cols: 10, rows: 3 });
  expect(tui.cursor()).toEqual({ column: 3, row: 1, isVisible: true });
  await tui.rerender(<Cursor column={5} row={2} />);
  expect(tui.cursor()).toEqual({ column: 5, row: 2, isVisible: true });
  await tui.rerender(null);
  expect(tui.cursor().isVisible).toBe(false);
});
