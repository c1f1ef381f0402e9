import type { Lang } from '../../i18n/sentence.js';
import type { Translate } from '../../i18n/translate.js';
import { type ArmedAnswer, createArmedProjection } from '../../log/armed.js';
import { type CardsView, createCardsProjection } from '../../log/cards.js';
import { type ConnectionView, createConnectionProjection } from '../../log/connection.js';
import { createEffectsProjection, type EffectsView } from '../../log/effects.js';
import type { EventLog, Projection } from '../../log/event-log.js';
import { createExchangesProjection, type ExchangesView } from '../../log/exchange.js';
import { createFeedProjection, type FeedView } from '../../log/feed.js';
import { createForwardStatusProjection, type ForwardStatus } from '../../log/forward-status.js';
import { createHandQueueProjection, type HandQueueView } from '../../log/hand-queue.js';
import { createRecentAnswersProjection, type RecentAnswersView } from '../../log/recent-answers.js';
import { createRulesStatusProjection, type RulesStatus } from '../../log/rules-status.js';
import { createSplitProjection, type SplitSigns } from '../../log/split-status.js';
import { actionOf } from './action-of.js';

/** What the screens read: the folds of the log. */
export interface Projections {
  readonly feed: Projection<FeedView>;
  readonly exchanges: Projection<ExchangesView>;
  readonly cards: Projection<CardsView>;
  readonly effects: Projection<EffectsView>;
  readonly connection: Projection<ConnectionView>;
  readonly rules: Projection<RulesStatus>;
  readonly hand: Projection<HandQueueView>;
  readonly recent: Projection<RecentAnswersView>;
  readonly armed: Projection<readonly ArmedAnswer[]>;
  readonly forward: Projection<ForwardStatus>;
  readonly splits: Projection<SplitSigns>;
  /** Changes when anything that can be seen changed. */
  version(): string;
}

/** What a row or a detail is written with. */
export interface ViewData {
  readonly feed: FeedView;
  readonly exchanges: ExchangesView;
  readonly cards: CardsView;
  readonly effects: EffectsView;
  readonly connection: ConnectionView;
  readonly rules: RulesStatus;
  readonly hand: HandQueueView;
  readonly recent: RecentAnswersView;
  readonly armed: readonly ArmedAnswer[];
  readonly forward: ForwardStatus;
  readonly splits: SplitSigns;
  /** Of all of these together. */
  readonly version: string;
  readonly nowMs: number;
  /** How long DingTalk waits for an answer, where it is known. */
  readonly windowMs: number | undefined;
  readonly lang: Lang;
  readonly t: Translate;
}

export function projectLog(log: EventLog): Projections {
  const feed = log.project(createFeedProjection());
  const exchanges = log.project(createExchangesProjection());
  const cards = log.project(createCardsProjection());
  const effects = log.project(createEffectsProjection());
  const connection = log.project(createConnectionProjection());
  const rules = log.project(createRulesStatusProjection());
  const hand = log.project(createHandQueueProjection());
  const recent = log.project(
    createRecentAnswersProjection((exchangeId) => {
      const exchange = exchanges.read().get(exchangeId);
      return exchange && actionOf(exchange.callback);
    }),
  );
  const armed = log.project(createArmedProjection());
  const forward = log.project(createForwardStatusProjection());
  const splits = log.project(createSplitProjection());
  const state = {
    feed,
    exchanges,
    cards,
    effects,
    connection,
    rules,
    hand,
    recent,
    armed,
    forward,
    splits,
  };
  const all: readonly Projection<unknown>[] = Object.values(state);
  return {
    ...state,
    version: () => all.map((projection) => projection.version).join(','),
  };
}

export function viewData(
  projections: Projections,
  nowMs: number,
  lang: Lang,
  t: Translate,
  windowMs?: number,
): ViewData {
  return {
    feed: projections.feed.read(),
    exchanges: projections.exchanges.read(),
    cards: projections.cards.read(),
    effects: projections.effects.read(),
    connection: projections.connection.read(),
    rules: projections.rules.read(),
    hand: projections.hand.read(),
    recent: projections.recent.read(),
    armed: projections.armed.read(),
    forward: projections.forward.read(),
    splits: projections.splits.read(),
    version: projections.version(),
    nowMs,
    windowMs,
    lang,
    t,
  };
}
