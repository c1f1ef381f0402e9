import { Text } from 'ink';
import { expect, it } from 'vitest';
import { ThemeContext, useTheme } from '../../../src/tui/components/theme-context.js';
import { themeFor } from '../../../src/tui/theme/theme.js';
import { renderTui } from '../../support/render-tui.js';

function GoodColor() {
  return <Text>{useTheme().good.color ?? 'none'}</Text>;
}

it('is without colour unless a theme is given', async () => {
  const tui = await renderTui(<GoodColor />, { cols: 10, rows: 1 });
  expect(tui.screen()).toEqual(['none']);
  await tui.rerender(
    <ThemeContext.Provider value={themeFor(true)}>
      <GoodColor />
    </ThemeContext.Provider>,
  );
  expect(tui.screen()).toEqual(['green']);
});
