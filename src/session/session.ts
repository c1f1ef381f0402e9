import type { Answer } from '../answer/answer.js';
import type { PinOutcome, RulePin } from '../answer/rule-pin.js';
import type { EventLog } from '../log/event-log.js';
import type { OpenExchange } from '../log/open-exchange.js';
import type { SentCard } from '../platform/card-client.js';
import type { CardDraft, CardUpdate, StreamingUpdate } from '../protocol/card-api.js';

/** The only verbs. Everything a face, a rule or a test wants done goes through these. */
export interface SessionCommands {
  /** @param draft without `outTrackId`: a fresh one is made */
  sendCard(draft: NewCard): Promise<SentCard>;
  /** @throws DtcardError, after `card.updateFailed` was logged */
  updateCard(update: CardUpdate): Promise<void>;
  /** One frame of text for an AI card (card-openapi §4). A `guid` is made where there is none. */
  streamCard(frame: NewStreamFrame): Promise<void>;
  /** Decides a callback: its answer while it waits, afterwards an update of the card with the same content. */
  answer(exchangeId: string, answer: Answer): AnswerOutcome;
  /**
   * Prepares an answer for callbacks that fit a filter (docs/filter.md), before any rule.
   * @returns the armedId @throws DtcardError E1001 for a filter that cannot be read
   */
  arm(armed: NewArmedAnswer): string;
  /** @returns false when there is none of this id, or none any more */
  disarm(armedId: string): boolean;
  /** Rules decide, or nothing does but people and the forward. */
  switchRules(on: boolean): void;
  /** Writes the answer into the rules file. */
  pin(pin: RulePin): PinOutcome;
}

export interface NewArmedAnswer {
  /** About a callback: what rules can ask (docs/filter.md, In rules). */
  readonly filter: string;
  readonly answer: Answer;
  /** Absent: until it is disarmed. */
  readonly times?: number;
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
  /** Takes over what an earlier run left open: told as `callback.restored`, decided with `answer`. */
  restore(recording: string, open: readonly OpenExchange[]): void;
  /** Acknowledges what is unanswered, closes the connection, writes `session.ended`. Safe to call twice. */
  stop(reason: string, exitCode: number): Promise<void>;
}
