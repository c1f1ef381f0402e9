import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../../src/tui/state/layout.js';

describe('layout', () => {
  it.each([
    [39, 24, 'tooSmall'],
    [80, 9, 'tooSmall'],
    [40, 10, 'narrow'],
    [69, 24, 'narrow'],
    [70, 24, 'medium'],
    [109, 24, 'medium'],
    [110, 24, 'wide'],
  ])('%i×%i is %s', (columns, rows, mode) => {
    expect(layoutOf(columns, rows).mode).toBe(mode);
  });

  it('adds up to the screen, at every size and with any panel', () => {
    for (let columns = 40; columns <= 220; columns += 7) {
      for (let rows = 10; rows <= 60; rows += 3) {
        for (const panel of [0, 6, 12, 99]) {
          const layout = layoutOf(columns, rows, panel);
          if (layout.mode === 'tooSmall') throw new Error('too small');
          expect(layout.bodyTop + layout.bodyHeight).toBe(layout.panelTop);
          expect(layout.panelTop + layout.panelHeight + 3).toBe(rows);
          expect(layout.bodyHeight).toBeGreaterThanOrEqual(2);
          const width =
            layout.mode === 'wide' ? layout.listWidth + 1 + layout.detailWidth : layout.listWidth;
          expect(width).toBe(columns);
        }
      }
    }
  });
});
