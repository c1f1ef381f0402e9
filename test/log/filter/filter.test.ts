import { describe, expect, it } from 'vitest';
import { readFilter } from '../../../src/log/filter/filter.js';
import { messageSubject } from '../../../src/log/filter/filter-subject.js';
import { message } from '../../support/rule-subjects.js';

describe('a filter that was read', () => {
  it('is its text and its test', () => {
    const read = readFilter('user:李四 !text:谢谢');
    if (!read.ok) throw new Error(read.problem.code);
    expect(read.filter.text).toBe('user:李四 !text:谢谢');
    expect(read.filter.test(messageSubject(message()))).toBe(true);
    expect(read.filter.test(messageSubject(message({ text: '谢谢' })))).toBe(false);
  });

  it('may be none', () => {
    expect(readFilter('user')).toMatchObject({ ok: false, problem: { code: 'fieldAlone' } });
    expect(readFilter('late', 'message')).toMatchObject({ ok: false });
  });
});
