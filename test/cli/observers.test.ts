import { describe, expect, it } from 'vitest';
import { silentObserver } from '../../src/cli/observers.js';

describe('silentObserver', () => {
  it('takes everything and says nothing', () => {
    const call = { method: 'POST', path: '/', attempt: 1, tookMs: 1 };
    expect(silentObserver.called({ ...call, status: 200 })).toBeUndefined();
    expect(silentObserver.failed(call, new Error('x'))).toBeUndefined();
    expect(silentObserver.uncertain('o', 'd')).toBeUndefined();
  });
});
