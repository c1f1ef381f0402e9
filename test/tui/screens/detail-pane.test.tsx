import { expect, it } from 'vitest';
import { DetailPane } from '../../../src/tui/screens/detail-pane.js';
import { callbackAnswered, callbackReceived } from '../../support/event-builders.js';
import { renderTui } from '../../support/render-tui.js';
import { frameOf } from '../../support/ui-frame.js';

async function pane(detailTop: number) {
  const { frame, layout } = frameOf({
    events: [callbackReceived('e1'), callbackAnswered('e1')],
    rows: 16,
    ui: { detailTop, isDetailFocused: true },
  });
  const tui = await renderTui(<DetailPane frame={frame} layout={layout} />, { cols: 80, rows: 10 });
  return { screen: tui.screen(), count: frame.detail.lines.length };
}

it('shows a part of the detail and which part it is', async () => {
  const { screen, count } = await pane(2);
  expect(screen[0]).toMatch(new RegExp(`^▸详情 +3–11 / ${count}$`));
  expect(screen[1]).toContain('userId');
});

it('never scrolls beyond the end', async () => {
  const { screen, count } = await pane(9999);
  expect(screen[0]).toContain(`/ ${count}`);
  expect(screen[9]?.trim()).toBe('}');
});
