import { describe, expect, it } from 'vitest';
import { scriptFailed, scriptUnusable } from '../../src/answer/script-error.js';
import { errorSentence, nextStep } from '../../src/i18n/error-sentence.js';

describe('errors of scripts', () => {
  it.each(['load', 'load-time', 'no-function', 'no-types', 'no-runner'] as const)(
    'E1020 %s has its sentence and what to do',
    (reason) => {
      const error = scriptUnusable('rule.mjs', reason, 'because', 500);
      for (const lang of ['zh', 'en'] as const) {
        expect(errorSentence(error, lang)).toMatch('rule.mjs');
        expect(errorSentence(error, lang)).not.toMatch('{');
        expect(nextStep(error, lang)).toBeDefined();
      }
    },
  );

  it.each(['threw', 'time-limit', 'memory', 'ended', 'reply'] as const)(
    'E1021 %s has its sentence and what to do',
    (reason) => {
      const error = scriptFailed('rule.mjs', reason, 'because', 500);
      for (const lang of ['zh', 'en'] as const) {
        expect(errorSentence(error, lang)).toMatch('rule.mjs');
        expect(errorSentence(error, lang)).not.toMatch('{');
        expect(nextStep(error, lang)).toBeDefined();
      }
    },
  );

  it('have no limit unless one was reached', () => {
    expect(scriptFailed('a', 'threw', 'x').params).toEqual({
      file: 'a',
      reason: 'threw',
      detail: 'x',
    });
  });
});
