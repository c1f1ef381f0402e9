import { expect, it } from 'vitest';
import { HeaderBar } from '../../../src/tui/components/header-bar.js';
import { connectionOpened } from '../../support/event-builders.js';
import { renderTui } from '../../support/render-tui.js';
import { frameOf } from '../../support/ui-frame.js';

it('is two lines and a rule, and says when the newest row is not followed', async () => {
  const { frame } = frameOf({ events: [connectionOpened()], ui: { list: { anchorSeq: 0 } } });
  const tui = await renderTui(<HeaderBar frame={frame} title="dtcard" width={60} />, {
    cols: 60,
    rows: 4,
  });
  expect(tui.screen()[0]).toMatch(/^ dtcard {2}● 已连接/);
  expect(tui.screen()[1]).toMatch(/1 条 未跟随$/);
  expect(tui.screen()[2]).toBe('─'.repeat(60));
});
