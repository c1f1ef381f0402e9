import { expect, it } from 'vitest';
import { translator } from '../../../src/i18n/translate.js';
import { HelpScreen } from '../../../src/tui/screens/help-screen.js';
import { renderTui } from '../../support/render-tui.js';
import { frameOf } from '../../support/ui-frame.js';

it('shows the keys from where it is scrolled to, the last ones at most', async () => {
  const { layout } = frameOf({});
  const t = translator('zh');
  const tui = await renderTui(<HelpScreen top={0} layout={layout} t={t} />, { cols: 80, rows: 18 });
  expect(tui.screen()[0]).toBe(' 列表');
  await tui.rerender(<HelpScreen top={999} layout={layout} t={t} />);
  expect(tui.screen()[17]).toContain('ctrl-l');
});
