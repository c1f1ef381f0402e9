import type { BotMessage } from '../../protocol/bot-message.js';
import type { CardCallback } from '../../protocol/card-callback.js';
import type { CardInstance, CardsView } from '../cards.js';
import type { DtcardEvent, EventType } from '../event.js';
import type { Exchange, ExchangesView } from '../exchange.js';
import type { FeedRow, MessageRow } from '../feed.js';
import { type FilterKind, kindOfType } from './filter-names.js';

/** What a filter looks at: whatever is known of one event or one row of the feed. */
export interface FilterSubject {
  readonly kind: FilterKind;
  readonly type: EventType;
  /** The event itself, where it is one event that is looked at. */
  readonly event?: DtcardEvent | undefined;
  readonly message?: BotMessage | undefined;
  /** What became of the message, as far as it is known. */
  readonly messageRow?: MessageRow | undefined;
  readonly callback?: CardCallback | undefined;
  readonly exchange?: Exchange | undefined;
  readonly card?: CardInstance | undefined;
  readonly cardTemplateId?: string | undefined;
  readonly names?: SubjectNames | undefined;
}

/** Names for ids, from wherever they are known. */
export interface SubjectNames {
  nickOf?(userId: string): string | undefined;
  /** A chat's title or a person's name, else the id. */
  placeOf?(spaceId: string): string;
  aliasesOf?(cardTemplateId: string): readonly string[];
}

export function messageSubject(message: BotMessage): FilterSubject {
  return { kind: 'message', type: 'message.received', message };
}

export function callbackSubject(
  callback: CardCallback,
  cardTemplateId: string | undefined,
  card: CardInstance | undefined,
  names: SubjectNames,
): FilterSubject {
  return { kind: 'callback', type: 'callback.received', callback, cardTemplateId, card, names };
}

/** What else is known when an event happens. */
export interface KnownAbout {
  readonly exchanges: ExchangesView;
  readonly cards: CardsView;
  readonly names: SubjectNames;
  messageOf(msgId: string): BotMessage | undefined;
}

export function eventSubject(event: DtcardEvent, known: KnownAbout): FilterSubject {
  const { type } = event;
  const kind = kindOfType[type];
  const { names } = known;
  switch (event.type) {
    case 'message.received':
      return { kind, type, event, names, message: event.message };
    case 'message.duplicate':
    case 'message.unanswered':
      return { kind, type, event, names, message: known.messageOf(event.msgId) };
    case 'callback.received':
    case 'callback.duplicate':
    case 'callback.planned':
    case 'callback.forwarded':
    case 'callback.forwardReturned':
    case 'callback.held':
    case 'callback.holdFailed':
    case 'callback.expired':
    case 'callback.dropped':
    case 'callback.restored':
    case 'callback.answered':
    case 'callback.late':
      return {
        ...ofExchange(known.exchanges.get(event.exchangeId), known.cards, names),
        type,
        event,
      };
    default: {
      const card = 'outTrackId' in event ? known.cards.get(event.outTrackId) : undefined;
      return { kind, type, event, names, card, cardTemplateId: card?.cardTemplateId };
    }
  }
}

/** A row of the feed as it is now. */
export function rowSubject(
  row: FeedRow,
  known: Pick<KnownAbout, 'exchanges' | 'cards' | 'names'>,
): FilterSubject {
  const { names } = known;
  switch (row.kind) {
    case 'message':
      return { ...messageSubject(row.message), messageRow: row, names };
    case 'exchange':
      return ofExchange(known.exchanges.get(row.exchangeId), known.cards, names);
    case 'card': {
      const card = known.cards.get(row.outTrackId);
      const type = card?.phase === 'failed' ? 'card.failed' : 'card.created';
      return { kind: 'card', type, names, card, cardTemplateId: card?.cardTemplateId };
    }
    case 'event': {
      const { event } = row;
      return { kind: kindOfType[event.type], type: event.type, event, names };
    }
  }
}

function ofExchange(
  exchange: Exchange | undefined,
  cards: CardsView,
  names: SubjectNames,
): FilterSubject {
  const callback = exchange?.callback;
  const card = callback && cards.get(callback.outTrackId);
  return {
    kind: 'callback',
    type: 'callback.received',
    callback,
    exchange,
    card,
    cardTemplateId: card?.cardTemplateId,
    names,
  };
}
