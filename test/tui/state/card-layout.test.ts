import { describe, expect, it } from 'vitest';
import { cardAreas } from '../../../src/tui/state/card-layout.js';
import type { CardPrompt } from '../../../src/tui/state/card-ui.js';
import { layoutOf } from '../../../src/tui/state/layout.js';

function areas(columns: number, rows: number, prompt?: CardPrompt) {
  const layout = layoutOf(columns, rows);
  if (layout.mode === 'tooSmall') throw new Error('too small');
  return { layout, ...cardAreas(layout, prompt) };
}

const list = (count: number): CardPrompt => ({
  is: 'list',
  title: '',
  items: Array.from({ length: count }, String),
  at: 0,
});

describe('cardAreas', () => {
  it('puts the panel beside the card where there is room', () => {
    expect(areas(120, 40)).toMatchObject({
      width: 72,
      rows: 33,
      panel: { left: 75, top: 4, width: 45, rows: 33 },
    });
  });

  it('puts it below elsewhere', () => {
    expect(areas(80, 24)).toMatchObject({
      width: 80,
      rows: 13,
      panel: { left: 0, top: 18, width: 80, rows: 3 },
    });
  });

  it('gives a list the rows it needs, and no more than half', () => {
    expect(areas(80, 40, list(5)).panel.rows).toBe(6);
    expect(areas(80, 24, list(50)).panel.rows).toBe(8);
  });

  it('leaves something of both on the smallest screen', () => {
    expect(areas(40, 10)).toMatchObject({ rows: 1, panel: { rows: 1 } });
    const { layout, rows, panel } = areas(40, 10, list(20));
    expect([rows, panel.rows]).toEqual([0, 2]);
    expect(panel.top + panel.rows).toBeLessThanOrEqual(layout.bodyTop + layout.bodyHeight);
  });
});
