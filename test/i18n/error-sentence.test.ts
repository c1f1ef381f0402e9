import { describe, expect, it } from 'vitest';
import { errorTable } from '../../src/base/error-codes.js';
import { errorSentence, nextStep } from '../../src/i18n/error-sentence.js';
import { translateLoose } from '../../src/i18n/translate.js';

describe('errorSentence', () => {
  it.each(Object.keys(errorTable))('knows %s in both languages', (code) => {
    for (const lang of ['zh', 'en'] as const) {
      expect(translateLoose(lang, code)).not.toBe(code);
      expect(errorSentence({ code, params: {} }, lang)).not.toBe(code);
    }
  });

  it('fills in the fault, which params may override', () => {
    const fault = { httpStatus: 400, code: 'c', message: 'm' };
    expect(errorSentence({ code: 'E2003', params: {}, fault }, 'en')).toContain('c m');
    const params = { faultCode: 'mine' };
    expect(errorSentence({ code: 'E2003', params, fault }, 'en')).toContain('mine m');
  });

  it('does not fill in what a value brings along', () => {
    const params = { host: '{detail}', detail: 'x' };
    expect(errorSentence({ code: 'E3001', params }, 'en')).toBe('Cannot reach {detail}: x');
  });
});

describe('nextStep', () => {
  it('is the step of the reason, else that of the code, else nothing', () => {
    const to = '13800138000';
    expect(nextStep({ code: 'E1002', params: { to, reason: 'phone' } }, 'en')).toContain(to);
    expect(nextStep({ code: 'E1002', params: { to, reason: 'empty' } }, 'en')).toContain('cid…');
    expect(nextStep({ code: 'E7777', params: {} }, 'en')).toBeUndefined();
  });
});
