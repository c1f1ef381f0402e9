/** What the log says of who sees what, against what a simulator shows them. */
import { describe, expect, it } from 'vitest';
import { seenOf } from '../../src/log/card-layers.js';
import { createCardsProjection } from '../../src/log/cards.js';
import { createEffectsProjection } from '../../src/log/effects.js';
import type { AnswerReach } from '../../src/log/event.js';
import type { CardCallbackResponse, CardUpdateOptions } from '../../src/protocol/card-callback.js';
import { sessionStarted } from '../support/event-builders.js';
import { sessionOn } from '../support/session-on-simulator.js';
import { useSimulator as startSimulator } from '../support/use-simulator.js';

const byKey: CardUpdateOptions = { updateCardDataByKey: true, updatePrivateDataByKey: true };
const template = '2c278d79-fc0b-41b4-b14e-8b8089dc08e8.schema';

async function seenCard(reach: AnswerReach) {
  const simulator = await startSimulator({ settings: { answerCardData: reach } });
  const one = sessionOn(simulator, { settings: { answerByHand: true } });
  one.log.append(sessionStarted({ answerReach: reach, simulator: true }));
  const cards = one.log.project(createCardsProjection()).read();
  const effects = one.log.project(createEffectsProjection()).read();
  await one.connected();
  const people = simulator.people.map(({ userId }) => userId);
  const [group] = simulator.conversations.filter(({ type }) => type === 'group');
  const { outTrackId } = await one.session.commands.sendCard({
    cardTemplateId: template,
    openSpaceId: `dtv1.card//IM_GROUP.${group?.conversationId}`,
    cardParamMap: { title: '审批', status: '待审批', amount: '12' },
    privateData: { [people[1] ?? '']: { cardParamMap: { status: '仅我可见' } } },
  });

  /** What everybody sees, as the simulator has it. */
  const shown = () =>
    new Map(people.map((userId) => [userId, { ...simulator.card(outTrackId, userId).view }]));
  /** The same as folded from the log, for the same people. */
  const folded = () => {
    const card = cards.get(outTrackId);
    if (!card) throw new Error('the card is not in the log');
    return new Map(people.map((userId) => [userId, seenOf(card, userId)]));
  };

  return {
    simulator,
    one,
    effects,
    people,
    outTrackId,
    shown,
    folded,
    async answered(userId: string, response: CardCallbackResponse): Promise<string> {
      const from = one.log.nextSeq;
      const tap = simulator.tap({ outTrackId, userId, actionIds: ['accept'] });
      const { exchangeId } = await one.event('callback.received', ({ seq }) => seq >= from);
      one.session.commands.answer(exchangeId, { kind: 'update', response });
      expect(await tap).toMatchObject({ outcome: 'answered', applied: true });
      return exchangeId;
    },
    /** Decided after the answer has left: an update with the same meaning. */
    async decidedLate(exchangeId: string, response: CardCallbackResponse): Promise<void> {
      const from = one.log.nextSeq;
      expect(one.session.commands.answer(exchangeId, { kind: 'update', response })).toBe('late');
      await one.event('card.updated', ({ seq }) => seq >= from);
    },
  };
}

type Started = Awaited<ReturnType<typeof seenCard>>;

/** Each effect of a step against what the simulator shows before and after it. */
async function checked(run: Started, step: () => Promise<string>): Promise<void> {
  const before = run.shown();
  const exchangeId = await step();
  const after = run.shown();
  expect(run.folded()).toEqual(after);
  const entry = run.effects.of(exchangeId).at(-1);
  if (!entry) throw new Error('no effect was told');
  const told = new Map(entry.effect.viewers.map((viewer) => [viewer.userId, viewer]));
  for (const userId of run.people) {
    const [was = {}, is = {}] = [before.get(userId), after.get(userId)];
    const names = [...new Set([...Object.keys(is), ...Object.keys(was)])];
    const differing = names.filter((name) => (was[name] ?? '') !== (is[name] ?? ''));
    const sight = told.get(userId) ?? entry.effect.others;
    expect([userId, sight.sees]).toEqual([userId, differing.length > 0 ? 'change' : 'nothing']);
    const viewer = told.get(userId);
    if (viewer) expect([...viewer.variables].sort()).toEqual(differing.sort());
  }
}

describe.each(['everyone', 'clicker'] as const)('who sees what, answers reaching %s', (reach) => {
  it('is told as the simulator shows it, step by step', async () => {
    const run = await seenCard(reach);
    const [first = '', second = '', third = ''] = run.people;
    expect(run.folded()).toEqual(run.shown());

    let exchangeId = '';
    const steps: readonly (() => Promise<string>)[] = [
      // By key, for the first.
      () =>
        run.answered(first, {
          cardUpdateOptions: byKey,
          cardData: { cardParamMap: { status: '已同意' } },
          userPrivateData: { cardParamMap: { voted: 'true' } },
        }),
      // The default replaces: title and amount are gone.
      () =>
        run.answered(second, {
          cardData: { cardParamMap: { status: '已拒绝' } },
          userPrivateData: { cardParamMap: { voted: 'false' } },
        }),
      // Over what was answered to them alone.
      async () => {
        exchangeId = await run.answered(second, {
          cardUpdateOptions: byKey,
          cardData: { cardParamMap: { note: '补充', __proto__x: '1' } },
        });
        return exchangeId;
      },
      // Late: everyone gets it in any case, and what was covered shows again.
      async () => {
        await run.decidedLate(exchangeId, {
          cardUpdateOptions: byKey,
          cardData: { cardParamMap: { status: '已撤回' } },
        });
        return exchangeId;
      },
      () => run.answered(third, { userPrivateData: { cardParamMap: { seen: 'true' } } }),
      // Late and replacing everything.
      async () => {
        await run.decidedLate(exchangeId, {
          cardData: { cardParamMap: { title: '结束' } },
          userPrivateData: { cardParamMap: {} },
        });
        return exchangeId;
      },
      // Nothing new.
      () =>
        run.answered(first, {
          cardUpdateOptions: byKey,
          cardData: { cardParamMap: { title: '结束' } },
        }),
    ];
    for (const step of steps) await checked(run, step);
  });
});
