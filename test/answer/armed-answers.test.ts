import { describe, expect, it } from 'vitest';
import { emptyAnswer } from '../../src/answer/answer.js';
import { createArmedAnswers } from '../../src/answer/armed-answers.js';
import { callbackSubject } from '../../src/log/filter/filter-subject.js';
import { callback } from '../support/rule-subjects.js';

const tapOf = (action: string) =>
  callbackSubject(callback({ actionIds: [action] }), undefined, undefined, {});

describe('armed answers', () => {
  it('are for the taps that fit, the first armed first', () => {
    const armed = createArmedAnswers();
    armed.arm('a1', { filter: 'action:accept', answer: emptyAnswer });
    armed.arm('a2', { filter: '', answer: emptyAnswer });
    expect(armed.take(tapOf('accept'))?.armedId).toBe('a1');
    expect(armed.take(tapOf('reject'))?.armedId).toBe('a2');
  });

  it('are used up after as many taps as they were armed for', () => {
    const armed = createArmedAnswers();
    armed.arm('a1', { filter: 'action:accept', answer: emptyAnswer, times: 2 });
    const uses = ['reject', 'accept', 'accept', 'accept'].map((action) =>
      armed.take(tapOf(action)),
    );
    expect(uses.map((use) => use?.isUsedUp)).toEqual([undefined, false, true, undefined]);
    expect(armed.size).toBe(0);
  });

  it('can be taken back once', () => {
    const armed = createArmedAnswers();
    armed.arm('a1', { filter: '', answer: emptyAnswer });
    expect([armed.disarm('a1'), armed.disarm('a1'), armed.take(tapOf('accept'))]).toEqual([
      true,
      false,
      undefined,
    ]);
  });

  it.each(['text:hi', 'nonsense:1', '('])('refuse %s, with the place of the mistake', (filter) => {
    const armed = createArmedAnswers();
    const arm = () => armed.arm('a1', { filter, answer: emptyAnswer });
    expect(arm).toThrow(
      expect.objectContaining({
        code: 'E1001',
        params: expect.objectContaining({ column: 1, pointed: filter }),
      }),
    );
    expect(armed.size).toBe(0);
  });
});
