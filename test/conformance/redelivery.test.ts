/** Callbacks that come again, over real sockets: the session against a simulator whose clock the test moves. */
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { type OpenedOptions, sessionOn } from '../support/session-on-simulator.js';
import { useSimulator as startSimulator } from '../support/use-simulator.js';

const accept = (delayMs: number) => `
version: 1
rules:
  - name: accept
    on: callback
    when:
      params: { action: accept }
    answer: { delayMs: ${delayMs}, cardData: { status: 已同意 } }
`;

/** Past the window of the session below, whose clock is the real one. */
const windowOver = () => new Promise((resolve) => setTimeout(resolve, 80));

type RedeliveredId = 'same' | 'new';

async function opened(redeliverMessageId: RedeliveredId, options: OpenedOptions) {
  const clock = new ManualClock();
  const simulator = await startSimulator({
    clock,
    settings: { redeliverAfterMs: 5000, redeliverMessageId, redeliverLimit: 2, pingIntervalMs: 0 },
  });
  const one = await sessionOn(simulator, options).connected();
  const { outTrackId } = await one.sendCard();
  const changes = () =>
    simulator
      .events()
      .filter((event) => event.type === 'card.changed')
      .map((event) => event.by);
  const status = () => simulator.card(outTrackId, 'manager01').view['status'];
  return { clock, simulator, one, outTrackId, changes, status };
}

describe.each(['same', 'new'] as const)('a callback that comes again with the %s id', (id) => {
  const guessed = id === 'new' ? { isGuess: true } : {};

  it('on a new connection, after its answer was lost: the rule fired once, and what the card has as an update is not repeated', async () => {
    const { clock, simulator, one, outTrackId, changes, status } = await opened(id, {
      rules: accept(300),
    });
    const tapped = one.tap(outTrackId);
    const { exchangeId, messageId } = await one.event('callback.received');
    simulator.dropAll();
    // The rule decides while there is no connection: what nobody took as an answer becomes an update.
    expect(await one.event('callback.answered')).toMatchObject({ source: 'rule', sent: false });
    await one.event('card.updated');
    await one.event('connection.opened', () => one.eventsOf('connection.opened').length > 1);
    clock.advance(2000);
    expect(await tapped).toMatchObject({ outcome: 'expired' });
    clock.advance(3000);
    const again = await one.event('callback.duplicate');
    expect(again).toMatchObject({ exchangeId, ...guessed });
    expect(again.messageId === messageId).toBe(id === 'same');
    const repeated = await one.event('callback.answered', ({ source }) => source === 'duplicate');
    expect(repeated).toMatchObject({ exchangeId, sent: true, code: 200 });
    expect(repeated.response).toBeUndefined();
    clock.advance(60_000);
    expect(one.eventsOf('callback.received')).toHaveLength(1);
    expect(one.eventsOf('callback.answered').map(({ source }) => source)).toEqual([
      'rule',
      'duplicate',
    ]);
    expect(changes()).toEqual(['update']);
    expect(status()).toBe('已同意');
  });

  it('because nobody answered on purpose: one exchange, decided by hand as an update', async () => {
    const { clock, simulator, one, outTrackId, changes, status } = await opened(id, {
      settings: {
        answerByHand: true,
        policy: 'let-it-expire',
        // Over before it comes again, so that it is not a second tap.
        windowMs: 60,
        marginMs: 20,
      },
    });
    const tapped = one.tap(outTrackId);
    const { exchangeId } = await one.event('callback.expired');
    clock.advance(2000);
    await tapped;
    await windowOver();
    for (let times = 1; times <= 2; times++) {
      clock.advance(5000);
      await one.event(
        'callback.duplicate',
        () => one.eventsOf('callback.duplicate').length === times,
      );
    }
    await windowOver();
    clock.advance(60_000);
    expect(
      one.session.commands.answer(exchangeId, {
        kind: 'update',
        response: { cardData: { cardParamMap: { status: '已拒绝' } } },
      }),
    ).toBe('late');
    await one.event('card.updated');
    expect(one.eventsOf('callback.received')).toHaveLength(1);
    expect(one.eventsOf('callback.duplicate')).toMatchObject([
      { exchangeId, ...guessed },
      { exchangeId, ...guessed },
    ]);
    expect(changes()).toEqual(['update']);
    expect(status()).toBe('已拒绝');
    expect(simulator.acks.slice().filter(({ outcome }) => outcome === 'unmatched')).toEqual([]);
  });
});

it('delivered twice at once with one id, a callback is answered once by one rule', async () => {
  const simulator = await startSimulator({ settings: { deliverTwice: 'same' } });
  const one = await sessionOn(simulator, { rules: accept(0) }).connected();
  const { outTrackId } = await one.sendCard();
  expect(await one.tap(outTrackId)).toMatchObject({ outcome: 'answered', applied: true });
  await one.event('callback.duplicate');
  expect(one.eventsOf('callback.answered').map(({ source }) => source)).toEqual(['rule']);
});
