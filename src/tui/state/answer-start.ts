import { bestGuess } from '../../answer/best-guess.js';
import type { RuleSet } from '../../answer/rule.js';
import { privateOf, publicOf } from '../../log/card-layers.js';
import type { Exchange } from '../../log/exchange.js';
import type { CardCallbackResponse } from '../../protocol/card-callback.js';
import { actionOf } from './action-of.js';
import type { AnswerStart } from './answer-editing.js';
import type { CardSource } from './card-source.js';
import type { ViewData } from './view-data.js';

export interface AnswerStartDeps {
  /** The rules in force now. */
  readonly rules: () => RuleSet | undefined;
  readonly templateOf: CardSource['templateOf'];
  readonly aliasesOf?: ((cardTemplateId: string) => readonly string[]) | undefined;
}

/** How far back a former answer is looked for. */
const lookBack = 500;

/** What writing an answer to this callback begins with. */
export function answerStart(
  exchange: Exchange,
  data: ViewData,
  { rules, templateOf, aliasesOf }: AnswerStartDeps,
): AnswerStart {
  const { callback } = exchange;
  const card = data.cards.get(callback.outTrackId);
  const names = {
    nickOf: (userId: string) => data.feed.nickOf(userId),
    placeOf: (spaceId: string) => data.feed.placeOf(spaceId),
    ...(aliasesOf && { aliasesOf }),
  };
  const guess = bestGuess({
    rules: rules(),
    callback,
    nowMs: exchange.atMs,
    known: { cardOf: (outTrackId) => data.cards.get(outTrackId), names },
    recent: lastAnswerTo(callback.outTrackId, actionOf(callback), data),
  });
  const now = card && {
    public: publicOf(card, callback.userId),
    private: privateOf(card, callback.userId),
  };
  return { guess, template: card && templateOf(card.cardTemplateId), now };
}

/** To the same action of a card of the same template, where that is known, else to the same action. */
function lastAnswerTo(
  outTrackId: string,
  action: string,
  { feed, exchanges, cards }: ViewData,
): CardCallbackResponse | undefined {
  const templateOf = (id: string) => cards.get(id)?.cardTemplateId;
  const template = templateOf(outTrackId);
  for (const row of feed.rows.slice(-lookBack).toReversed()) {
    const other = row.kind === 'exchange' ? exchanges.get(row.exchangeId) : undefined;
    if (!other || actionOf(other.callback) !== action) continue;
    const theirs = templateOf(other.callback.outTrackId);
    if (template !== undefined && theirs !== undefined && theirs !== template) continue;
    const response = other.late?.response ?? other.answer?.response;
    if (response?.cardData || response?.userPrivateData) return response;
  }
  return undefined;
}
