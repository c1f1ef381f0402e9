import { expect, it } from 'vitest';
import { OpenFailure } from '../../src/platform/open-failure.js';

it('carries the reason, and a refusal only when there is one', () => {
  const passing = new OpenFailure('timeout', 'no handshake within 10 s');
  expect(passing).toMatchObject({ reason: 'timeout', message: 'no handshake within 10 s' });
  expect(passing.refusal).toBeUndefined();
  const refusal = { httpStatus: 401, code: 'authFailed', message: '鉴权失败' };
  expect(new OpenFailure('gateway-status', '401', { refusal }).refusal).toEqual(refusal);
});
