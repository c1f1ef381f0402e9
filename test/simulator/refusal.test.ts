import { expect, it } from 'vitest';
import { refusal } from '../../src/simulator/refusal.js';

it('is E5002 with a stable reason and a sentence', () => {
  const error = refusal('unknown-card', 'no card was created yet');
  expect(error).toMatchObject({
    code: 'E5002',
    kind: 'user',
    params: { reason: 'unknown-card', detail: 'no card was created yet' },
  });
});
