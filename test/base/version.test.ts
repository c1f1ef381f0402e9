import { expect, it } from 'vitest';
import { version } from '../../src/base/version.js';

it('says that it runs from source when nothing was built in', () => {
  expect(version).toBe('0.0.0-dev');
});
