import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { createEventLog } from '../../src/log/event-log.js';
import { createRecentAnswersProjection } from '../../src/log/recent-answers.js';
import { callbackAnswered } from '../support/event-builders.js';

const saying = (status: string) => ({ cardData: { cardParamMap: { status } } });

function open(capacity?: number) {
  const log = createEventLog({ clock: new ManualClock() });
  // `agree.1` is a tap on agree.
  const actionOf = (exchangeId: string) => exchangeId.split('.')[0];
  const projection = log.project(createRecentAnswersProjection(actionOf, capacity));
  const say = (exchangeId: string, status: string) =>
    log.append(callbackAnswered(exchangeId, { source: 'manual', response: saying(status) }));
  return { log, projection, view: projection.read(), say };
}

describe('recent answers', () => {
  it('are those given by hand to the action, each once, in the order they were first given', () => {
    const { log, view, say } = open();
    say('agree.1', 'a');
    say('agree.2', 'b');
    say('agree.3', 'a');
    say('reject.1', 'c');
    log.append({
      type: 'callback.late',
      exchangeId: 'agree.4',
      source: 'manual',
      response: saying('d'),
      tookMs: 9000,
    });
    expect(view.of('agree')).toEqual([saying('a'), saying('b'), saying('d')]);
    expect(view.of('reject')).toEqual([saying('c')]);
    expect(view.of('other')).toEqual([]);
  });

  it('are not those of rules, nor acknowledgements', () => {
    const { log, projection, view } = open();
    log.append(
      callbackAnswered('agree.1', { source: 'rule', response: saying('a') }),
      callbackAnswered('agree.2', { source: 'manual' }),
    );
    expect(view.of('agree')).toEqual([]);
    expect(projection.version).toBe(0);
  });

  it('are bounded per action and in all', () => {
    const { view, say } = open(2);
    for (let n = 0; n < 30; n++) say(`agree.${n}`, `${n}`);
    expect(view.of('agree')).toHaveLength(9);
    expect(view.of('agree').at(-1)).toEqual(saying('29'));
    say('reject.1', 'x');
    say('__proto__.1', 'y');
    expect(view.of('agree')).toEqual([]);
    expect(view.of('__proto__')).toEqual([saying('y')]);
  });
});
