import { describe, expect, it } from 'vitest';
import { tellOfPage } from '../../src/cli/watch-page.js';
import { littlePage } from '../support/page-assets.js';
import { createTestIo } from '../support/run-in-process.js';
import { useSimulator } from '../support/use-simulator.js';

describe('the chat page of a watch', () => {
  it('is told on stderr, with the address for one visit', async () => {
    const simulator = await useSimulator({ page: littlePage });
    const io = createTestIo();
    await tellOfPage(io, simulator, { open: false });
    expect(io.stderr).toContain(simulator.origin);
    expect(io.stdout).toBe('');
  });

  it('is not mentioned where it was not built', async () => {
    const io = createTestIo();
    await tellOfPage(io, await useSimulator(), { open: false });
    expect(io.stderr).toBe('');
  });
});
