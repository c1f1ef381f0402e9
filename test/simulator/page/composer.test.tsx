import { expect, test } from 'vitest';
import { Composer } from '../../../src/simulator/page/composer.js';
import { openPage } from '../../support/page-store.js';
import { simGroup } from '../../support/sim-card.js';
import { useSimulator } from '../../support/use-simulator.js';

test('it has a label, and sends nothing while it is empty', async () => {
  const { html } = await openPage(await useSimulator());
  const form = html(<Composer userId="manager01" conversationId={simGroup} writable />);
  expect(form).toContain('aria-label="给机器人的消息"');
  expect(form).toMatch(/<button type="submit"[^>]*disabled=""/);
  expect(form).not.toMatch(/<textarea[^>]*disabled/);
});

test('where no bot is nothing can be typed', async () => {
  const { html } = await openPage(await useSimulator());
  const form = html(<Composer userId="user002" conversationId="x" writable={false} />);
  expect(form).toMatch(/<textarea[^>]*disabled=""/);
  expect(form).toContain('这里没有机器人');
});
