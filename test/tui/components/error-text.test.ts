import { expect, it } from 'vitest';
import { DtcardError } from '../../../src/base/errors.js';
import { errorText, faultText, thrownText } from '../../../src/tui/components/error-text.js';

const fault = { httpStatus: 403, code: 'Forbidden', message: '没有权限\u001b[2J', requestId: 'r1' };

it('has the sentence of the code, what to do, and DingTalk’s own words', () => {
  const text = thrownText(new DtcardError('E3002', { params: {}, fault }), 'zh');
  expect(text.sentence).not.toContain('E3002');
  expect(text.sentence.length).toBeGreaterThan(3);
  expect(text.next.length).toBeGreaterThan(3);
  expect(text.fault).toBe('HTTP 403 · Forbidden · 没有权限\ufffd[2J · requestId r1');
});

it('falls back to the code, and to the message of what is not ours', () => {
  expect(errorText({ code: 'E0000', params: {} }, 'en')).toEqual({
    sentence: 'E0000',
    next: '',
    fault: '',
  });
  expect(thrownText(new TypeError('x\ny'), 'en').sentence).toBe('x y');
  expect(thrownText('thrown', 'en').sentence).toBe('thrown');
});

it('leaves out what DingTalk did not say', () => {
  expect(faultText({ httpStatus: 0, code: 'timeout', message: '' })).toBe('timeout');
});
