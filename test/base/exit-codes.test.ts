import { expect, it } from 'vitest';
import { exitCodes } from '../../src/base/exit-codes.js';

it('keeps the numbers scripts rely on', () => {
  expect(exitCodes).toEqual({
    ok: 0,
    failed: 1,
    usage: 2,
    auth: 3,
    network: 4,
    bug: 5,
    sighup: 129,
    sigint: 130,
    sigterm: 143,
  });
});
