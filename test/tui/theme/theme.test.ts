import { expect, it } from 'vitest';
import { themeFor } from '../../../src/tui/theme/theme.js';

it('has the sixteen colours of the terminal, and none at all without colour', () => {
  const named = new Set(['cyan', 'green', 'yellow', 'red', undefined]);
  for (const style of Object.values(themeFor(true))) expect(named.has(style.color)).toBe(true);
  for (const style of Object.values(themeFor(false))) expect(style.color).toBeUndefined();
});
