import type { ErrorParams, PlatformFault } from '../base/errors.js';
import type { JsonObject } from '../base/json-text.js';
import type { BotMessage } from '../protocol/bot-message.js';
import type { PrivateData } from '../protocol/card-api.js';
import type { CardParamMap, CardUpdateOptions } from '../protocol/card-callback.js';
import type { FrameProblem } from '../protocol/stream-frame.js';
import type { ArmEvent, CallbackEvent, ForwardEvent, SplitEvent } from './callback-event.js';

export type {
  AnswerSource,
  ArmEvent,
  CallbackEvent,
  DeadlinePolicy,
  DropReason,
  ForwardEvent,
  ForwardOutcome,
  ForwardState,
  SplitEvent,
  SplitSign,
} from './callback-event.js';

/** Version of the event shapes below; additions keep it, changes raise it and need an upcaster. */
export const eventVersion = 1;

/** Why a connection was lost, or could not be opened. */
export type LostReason =
  | 'network'
  | 'timeout'
  | 'gateway-status'
  | 'gateway-answer'
  | 'handshake'
  | 'closed'
  | 'idle'
  | 'planned';

/**
 * Who sees the cardData of an answer: sources disagree (stream-protocol §6.4, Q5). A card update
 * reaches everyone in any case.
 */
export type AnswerReach = 'everyone' | 'clicker';

/** What made us send or update a card. */
export interface Because {
  readonly rule?: string;
  readonly msgId?: string;
  readonly exchangeId?: string;
}

/** `raw` is the frame as it came, secrets masked. All durations are milliseconds. */
export type EventBody =
  | SessionEvent
  | ConnectionEvent
  | FrameEvent
  | MessageEvent
  | CallbackEvent
  | ArmEvent
  | ForwardEvent
  | SplitEvent
  | CardEvent
  | ApiEvent
  | RuleEvent
  | SimulatorEvent
  | NoticeEvent;

export type SessionEvent =
  | {
      readonly type: 'session.started';
      readonly version: string;
      readonly api: string;
      readonly clientId: string;
      readonly profile?: string;
      readonly recording?: string;
      readonly simulator: boolean;
      /** Absent in recordings of before there was a choice: everyone. */
      readonly answerReach?: AnswerReach;
      /** Somebody could answer: what nobody decided was left open, not settled. */
      readonly answerByHand?: true;
    }
  | { readonly type: 'session.ended'; readonly reason: string; readonly exitCode: number };

export type ConnectionEvent =
  | { readonly type: 'connection.opening'; readonly connectionId: string; readonly attempt: number }
  | {
      readonly type: 'connection.opened';
      readonly connectionId: string;
      readonly endpoint: string;
      readonly tookMs: number;
    }
  | {
      readonly type: 'connection.lost';
      readonly connectionId: string;
      readonly reason: LostReason;
      readonly detail: string;
      readonly wasOpen: boolean;
    }
  | {
      readonly type: 'connection.retrying';
      readonly attempt: number;
      readonly delayMs: number;
      readonly reason: LostReason;
    }
  | { readonly type: 'connection.draining'; readonly connectionId: string; readonly detail: string }
  /** Credentials or subscription refused: no further attempt is made. */
  | { readonly type: 'connection.refused'; readonly fault: PlatformFault }
  | { readonly type: 'connection.closed' };

export type FrameEvent =
  /** A frame that is neither a bot message nor a card callback: SYSTEM, EVENT, other topics. */
  | {
      readonly type: 'frame.received';
      readonly connectionId: string;
      readonly frameType: string;
      readonly topic: string;
      readonly messageId: string;
      readonly raw: string;
    }
  | {
      readonly type: 'frame.malformed';
      readonly connectionId: string;
      readonly problem: FrameProblem | 'binary' | 'oversized' | 'content';
      readonly detail: string;
      readonly raw: string;
    }
  | {
      readonly type: 'frame.answered';
      readonly messageId: string;
      readonly topic: string;
      readonly code: number;
      /** False when the socket was gone. */
      readonly sent: boolean;
    };

export type MessageEvent =
  | {
      readonly type: 'message.received';
      readonly connectionId: string;
      readonly messageId: string;
      readonly message: BotMessage;
      readonly raw: string;
    }
  | {
      readonly type: 'message.duplicate';
      readonly connectionId: string;
      readonly messageId: string;
      readonly msgId: string;
      readonly raw: string;
    }
  /** No rule sent anything for it. */
  | { readonly type: 'message.unanswered'; readonly msgId: string };

export type CardEvent =
  | {
      readonly type: 'card.created';
      readonly outTrackId: string;
      readonly cardTemplateId: string;
      readonly openSpaceId: string;
      readonly cardParamMap: CardParamMap;
      readonly privateData?: PrivateData;
      readonly because: Because;
    }
  | {
      readonly type: 'card.delivered';
      readonly outTrackId: string;
      readonly spaceType: string;
      readonly spaceId: string;
      readonly carrierId?: string;
      readonly because: Because;
    }
  | {
      readonly type: 'card.undelivered';
      readonly outTrackId: string;
      readonly spaceType: string;
      readonly spaceId: string;
      readonly errorMsg: string;
      readonly because: Because;
    }
  /** The call failed in a way that leaves open whether the card exists; it is repeated with the same outTrackId. */
  | { readonly type: 'card.uncertain'; readonly outTrackId: string; readonly detail: string }
  | {
      readonly type: 'card.failed';
      readonly outTrackId: string;
      readonly cardTemplateId: string;
      readonly openSpaceId: string;
      readonly error: ErrorSummary;
      readonly because: Because;
    }
  | {
      readonly type: 'card.updated';
      readonly outTrackId: string;
      readonly cardParamMap?: CardParamMap;
      readonly privateData?: PrivateData;
      readonly cardUpdateOptions?: CardUpdateOptions;
      readonly because: Because;
    }
  | {
      readonly type: 'card.updateFailed';
      readonly outTrackId: string;
      readonly error: ErrorSummary;
      readonly because: Because;
    }
  /** One frame of text for an AI card arrived (card-openapi §4). `content`: all of it, or what was appended. */
  | {
      readonly type: 'card.streamed';
      readonly outTrackId: string;
      readonly key: string;
      readonly content: string;
      readonly isFull: boolean;
      readonly isFinalize: boolean;
      readonly isError: boolean;
      readonly because: Because;
    }
  /** A frame was refused or lost; the rest of the text is not sent. */
  | {
      readonly type: 'card.streamFailed';
      readonly outTrackId: string;
      readonly key: string;
      readonly error: ErrorSummary;
      readonly because: Because;
    };

/** A `DtcardError` as data: code, placeholders, and what DingTalk answered. */
export interface ErrorSummary {
  readonly code: string;
  readonly params: ErrorParams;
  readonly fault?: PlatformFault;
}

export type ApiEvent =
  | {
      readonly type: 'api.called';
      readonly method: string;
      readonly path: string;
      readonly status: number;
      readonly tookMs: number;
      readonly attempt: number;
    }
  | {
      readonly type: 'api.failed';
      readonly method: string;
      readonly path: string;
      readonly error: ErrorSummary;
      readonly tookMs: number;
      readonly attempt: number;
    };

export type RuleEvent =
  | { readonly type: 'rules.loaded'; readonly file: string; readonly count: number }
  | {
      readonly type: 'rules.rejected';
      readonly file: string;
      readonly problems: readonly RuleProblem[];
      /** True: the rules loaded before stay in force. */
      readonly keptPrevious: boolean;
    }
  | {
      readonly type: 'rule.matched';
      readonly rule: string;
      readonly on: 'message' | 'callback';
      /** msgId or exchangeId. */
      readonly subject: string;
      readonly action: 'send' | 'answer' | 'fail' | 'leave' | 'script';
    }
  /** Rules can be switched off as a whole; they start switched off on a production profile. */
  | {
      readonly type: 'rules.switched';
      readonly on: boolean;
      readonly reason: 'production' | 'hand';
    }
  /** An answer was written into the rules file as a rule. `line` from 1. */
  | {
      readonly type: 'rules.pinned';
      readonly file: string;
      readonly rule: string;
      readonly line: number;
    }
  /** A rule's script failed, was ended at its time limit, or returned what is no answer. */
  | {
      readonly type: 'rule.scriptFailed';
      readonly rule: string;
      /** msgId or exchangeId. */
      readonly subject: string;
      readonly error: ErrorSummary;
      readonly tookMs: number;
    };

/** `line` and `column` start at 1; 0 when the problem has no place in the file. */
export interface RuleProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Something the embedded simulator did, in its own words (its event types are in simulator/). */
export type SimulatorEvent = {
  readonly type: 'simulator.reported';
  readonly event: string;
  readonly detail: JsonObject;
};

export type NoticeEvent = {
  readonly type: 'notice';
  readonly level: 'info' | 'warn' | 'error';
  /** A key of i18n's notices. */
  readonly key: string;
  readonly params: ErrorParams;
};

export type EventType = EventBody['type'];

/** An entry of the log. `atMs` is wall clock; `seq` starts at 0 and has no gaps. */
export type DtcardEvent = EventBody & {
  readonly seq: number;
  readonly atMs: number;
  readonly v: typeof eventVersion;
};

export type EventOf<T extends EventType> = Extract<DtcardEvent, { readonly type: T }>;
