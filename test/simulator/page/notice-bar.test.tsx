import { expect, test } from 'vitest';
import { NoticeBar } from '../../../src/simulator/page/notice-bar.js';
import { openPage } from '../../support/page-store.js';
import { useSimulator } from '../../support/use-simulator.js';

test('it speaks up when the simulator is gone or refuses, and is silent otherwise', async () => {
  const { html, link } = await openPage(await useSimulator());
  expect(html(<NoticeBar />)).toBe('');
  link.state('lost');
  expect(html(<NoticeBar />)).toMatch(/role="alert".*正在重连/);
  link.state('closed');
  expect(html(<NoticeBar />)).toContain('dtcard sim --open');
  link.state('open');
  expect(html(<NoticeBar />)).toBe('');
});
