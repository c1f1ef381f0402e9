import { expect, test } from 'vitest';
import { Toasts } from '../../../src/simulator/page/toasts.js';
import { openPage } from '../../support/page-store.js';
import { useSimulator } from '../../support/use-simulator.js';

test('the newest five are shown, as text', async () => {
  const { html, store } = await openPage(await useSimulator());
  for (let at = 1; at <= 6; at++) store.toast(`<i>${at}</i>`, 'error');
  const toasts = html(<Toasts />);
  expect([...toasts.matchAll(/data-kind="error"/g)]).toHaveLength(5);
  expect(toasts).not.toContain('<i>');
  expect(toasts).toContain('&lt;i&gt;6');
});
