import type { EventLog } from '../log/event-log.js';
import type { SentCard } from '../platform/card-client.js';
import type { CardDraft, CardUpdate, StreamingUpdate } from '../protocol/card-api.js';
import type { Answer } from './exchange-state.js';

/** The only verbs. Everything a face, a rule or a test wants done goes through these. */
export interface SessionCommands {
  /** @param draft without `outTrackId`: a fresh one is made */
  sendCard(draft: NewCard): Promise<SentCard>;
  /** @throws DtcardError, after `card.updateFailed` was logged */
  updateCard(update: CardUpdate): Promise<void>;
  /** One frame of text for an AI card (card-openapi §4). A `guid` is made where there is none. */
  streamCard(frame: NewStreamFrame): Promise<void>;
  /** Answers a waiting callback, or, when the time is over, updates the card with the same content. */
  answer(exchangeId: string, answer: Answer): AnswerOutcome;
}

export type NewCard = Omit<CardDraft, 'outTrackId'> & { readonly outTrackId?: string };

/** `isFull`: the whole text so far; markdown variables need it (card-openapi §4). */
export type NewStreamFrame = Pick<StreamingUpdate, 'outTrackId' | 'key' | 'content' | 'isFull'> &
  Partial<Pick<StreamingUpdate, 'guid' | 'isFinalize' | 'isError'>>;

/** `late`: acknowledged before, the content goes out as an update. `gone`: no such callback, or already decided. */
export type AnswerOutcome = 'answered' | 'late' | 'gone';

export interface Session {
  readonly log: EventLog;
  readonly commands: SessionCommands;
  start(): void;
  /** Acknowledges what is unanswered, closes the connection, writes `session.ended`. Safe to call twice. */
  stop(reason: string, exitCode: number): Promise<void>;
}
