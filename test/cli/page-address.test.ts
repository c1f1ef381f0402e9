import { describe, expect, it } from 'vitest';
import { DtcardError } from '../../src/base/errors.js';
import { openWhenAsked, pageAddress } from '../../src/cli/page-address.js';
import { createTestIo } from '../support/run-in-process.js';

const none = {
  pageUrl() {
    throw new DtcardError('E5004');
  },
};

describe('the address of the chat page', () => {
  it('is that of the simulator, or none where the page was not built', () => {
    expect(pageAddress({ pageUrl: () => 'http://x/' })).toBe('http://x/');
    expect(pageAddress(none)).toBeUndefined();
  });

  it('hides no other failure', () => {
    const broken = {
      pageUrl() {
        throw new TypeError('broken');
      },
    };
    expect(() => pageAddress(broken)).toThrow(TypeError);
  });

  it('is opened when that was asked for', async () => {
    await openWhenAsked(createTestIo(), none, false);
    await expect(openWhenAsked(createTestIo(), none, true)).rejects.toMatchObject({
      code: 'E5004',
    });
  });

  it('can be opened by hand where no browser is found', async () => {
    const io = createTestIo({ env: { PATH: '/nonexistent' } });
    const told = new Promise<string>((resolve) => {
      const listening = { ...io, err: resolve };
      void openWhenAsked(listening, { pageUrl: () => 'http://127.0.0.1:1/' }, true);
    });
    expect(await told).toContain('yourself');
  });
});
