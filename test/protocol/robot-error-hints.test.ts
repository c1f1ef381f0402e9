import { describe, expect, it } from 'vitest';
import { robotErrorHints } from '../../src/protocol/robot-error-hints.js';

describe('robotErrorHints', () => {
  it.each(Object.entries(robotErrorHints))(
    '%s says why and what to do in both languages',
    (_code, hint) => {
      for (const sentence of [hint.cause, hint.fix]) {
        expect(sentence.zh).toMatch(/[\u4e00-\u9fff]/);
        expect(sentence.en).toMatch(/^[\u0020-\u007e…]+$/);
      }
    },
  );
});
