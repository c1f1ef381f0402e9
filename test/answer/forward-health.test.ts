import { describe, expect, it } from 'vitest';
import { createForwardHealth } from '../../src/answer/forward-health.js';

/** `a` in time, `l` late, `f` failed. */
function told(story: string): string[] {
  const states: string[] = [];
  const health = createForwardHealth((state, detail) => {
    states.push(detail === undefined ? state : `${state} ${detail}`);
  });
  for (const [index, step] of Object.entries(story)) {
    if (step === 'a') health.answered();
    else if (step === 'l') health.late(`late${index}`);
    else health.failed(`failed${index}`);
  }
  return states;
}

describe('the health of the forward service', () => {
  it.each([
    ['a', ['ok']],
    ['aaaa', ['ok']],
    ['l', ['slow late0']],
    ['f', ['down failed0']],
    ['ff', ['down failed0']],
    ['afffa', ['ok', 'down failed1', 'ok']],
    ['lla', ['slow late0', 'ok']],
    ['fl', ['down failed0', 'slow late1']],
    ['lf', ['slow late0', 'down failed1']],
  ])('after %s is told when it changes', (story, states) => {
    expect(told(story)).toEqual(states);
  });

  it('forgives one slip, not two in a row', () => {
    expect(told('alalal')).toEqual(['ok']);
    expect(told('all')).toEqual(['ok', 'slow late2']);
  });
});
