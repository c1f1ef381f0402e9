import type { Lang } from '../../i18n/sentence.js';
import type { Translate } from '../../i18n/translate.js';
import { type CardsView, createCardsProjection } from '../../log/cards.js';
import { type ConnectionView, createConnectionProjection } from '../../log/connection.js';
import { createEffectsProjection, type EffectsView } from '../../log/effects.js';
import type { EventLog, Projection } from '../../log/event-log.js';
import { createExchangesProjection, type ExchangesView } from '../../log/exchange.js';
import { createFeedProjection, type FeedView } from '../../log/feed.js';
import { createRulesStatusProjection, type RulesStatus } from '../../log/rules-status.js';

/** What the screens read: the folds of the log. */
export interface Projections {
  readonly feed: Projection<FeedView>;
  readonly exchanges: Projection<ExchangesView>;
  readonly cards: Projection<CardsView>;
  readonly effects: Projection<EffectsView>;
  readonly connection: Projection<ConnectionView>;
  readonly rules: Projection<RulesStatus>;
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
  /** Of all of these together. */
  readonly version: string;
  readonly nowMs: number;
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
  const all = [feed, exchanges, cards, effects, connection, rules];
  return {
    feed,
    exchanges,
    cards,
    effects,
    connection,
    rules,
    version: () => all.map((projection) => projection.version).join(','),
  };
}

export function viewData(
  projections: Projections,
  nowMs: number,
  lang: Lang,
  t: Translate,
): ViewData {
  return {
    feed: projections.feed.read(),
    exchanges: projections.exchanges.read(),
    cards: projections.cards.read(),
    effects: projections.effects.read(),
    connection: projections.connection.read(),
    rules: projections.rules.read(),
    version: projections.version(),
    nowMs,
    lang,
    t,
  };
}
