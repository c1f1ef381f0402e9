import { expect, it } from 'vitest';
import { builtinCredentials } from '../../src/base/builtin-credentials.js';

it('is a pair that cannot be mistaken for an app of DingTalk', () => {
  // Real AppKeys are `ding` and 16 letters or digits without a word in them; secrets have 64 characters.
  expect(builtinCredentials.clientId).toMatch(/simulator/);
  expect(builtinCredentials.clientSecret).toMatch(/not-for-dingtalk/);
  expect(builtinCredentials.clientSecret.length).toBeLessThan(64);
});
