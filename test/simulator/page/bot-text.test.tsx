import { expect, test } from 'vitest';
import { BotText } from '../../../src/simulator/page/bot-text.js';
import { openPage } from '../../support/page-store.js';
import { useSimulator } from '../../support/use-simulator.js';

test('text stays as it was sent, markdown is drawn', async () => {
  const { html } = await openPage(await useSimulator());
  const text = '**重要** <b>x</b>';
  expect(html(<BotText text={text} markdown={false} />)).toContain('**重要** &lt;b&gt;');
  const drawn = html(<BotText text={'**重要**\n\n- 一\n- 二'} markdown />);
  expect(drawn).toContain('重要');
  expect(drawn).toContain('dt-rich');
});
