import { describe, expect, it } from 'vitest';
import { accessErrorHints } from '../../src/protocol/access-error-hints.js';

describe('accessErrorHints', () => {
  it.each(Object.entries(accessErrorHints))(
    '%s says why and what to do in both languages',
    (_code, hint) => {
      for (const sentence of [hint.cause, hint.fix]) {
        expect(sentence.zh).toMatch(/[\u4e00-\u9fff]/);
        expect(sentence.en).toMatch(/^[\u0020-\u007e…]+$/);
      }
    },
  );
});
