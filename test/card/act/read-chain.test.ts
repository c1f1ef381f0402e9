import { describe, expect, it } from 'vitest';
import type { ChainStep } from '../../../src/card/act/action.js';
import { readAction } from '../../../src/card/act/read-action.js';
import { readChain } from '../../../src/card/act/read-chain.js';

const event = { actionType: 'request' };
const met = {
  op: 'and',
  conditions: [{ type: 'eventData', eventData: 'cardData.x', op: 'isTrue' }],
};

function keys(steps: readonly ChainStep[]): string[] {
  return steps.flatMap((step) => {
    const { success, failure, options } = step;
    const next = [success?.left, success?.right, failure?.left, failure?.right];
    return [step.key, ...keys(next.filter((one) => one !== undefined)), ...options.flatMap(keys)];
  });
}

describe('readChain', () => {
  it('names steps as the compiler does', () => {
    const select = { actionType: 'select' };
    const steps = readChain(
      [
        {
          event,
          callbacks: {
            success: { condition: met, leftEvent: { event }, rightEvent: { event } },
            failure: { leftEvent: { event } },
          },
        },
        { event, callbacks: { success: { leftEvent: { event } } } },
        {
          event: select,
          callbacks: [[{ event }, { event }], [{ event: select, callbacks: [[{ event }]] }]],
        },
      ],
      0,
      readAction,
    );
    expect(keys(steps)).toEqual([
      'main',
      'main_success_left_callback_0',
      'main_success_right_callback_0',
      'main_failure_callback_0',
      'main_1',
      'main_1_success_callback_0',
      'main_2',
      'main_2_0_0',
      'main_2_0_1',
      'main_2_1_0',
      'main_2_1_0_0_0',
    ]);
  });

  it('has the keys of the official example: options of the first event', () => {
    const select = { actionType: 'select' };
    const steps = readChain(
      [{ event: select, callbacks: [[{ event }], [{ event: select, callbacks: [[{ event }]] }]] }],
      0,
      readAction,
    );
    expect(keys(steps)).toEqual(['main', 'main_0_0', 'main_1_0', 'main_1_0_0_0']);
  });

  it('leaves out what is no event, and keeps the others’ numbers', () => {
    const steps = readChain([null, 'x', { event: 3 }, { event }], 0, readAction);
    expect(keys(steps)).toEqual(['main_3']);
    expect(readChain({ event }, 0, readAction)).toEqual([]);
  });

  it('cuts chains that nest without end', () => {
    let step: object = { event };
    for (let depth = 0; depth < 400; depth++) {
      step = { event, callbacks: { success: { leftEvent: step } } };
    }
    expect(keys(readChain([step as never], 0, readAction)).length).toBeLessThan(30);
  });
});
