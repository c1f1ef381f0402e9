import type { RuleSet } from '../answer/rule.js';
import type { Clock } from '../base/clock.js';
import type { IdSource } from '../base/ids.js';
import type { EventLog } from '../log/event-log.js';
import type { CardClient } from '../platform/card-client.js';
import type { OpenStream } from '../platform/stream-connection.js';

export interface SessionDeps {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: EventLog;
  readonly openStream: OpenStream;
  readonly cards: CardClient;
  /** The rules in force now; they change while the session runs. Undefined: there are none. */
  readonly rules: () => RuleSet | undefined;
  /** What the project calls a template; absent: nothing has a name. */
  readonly aliasesOf?: (cardTemplateId: string) => readonly string[];
}

export interface SessionSettings {
  /** A face that can answer is attached: callbacks without a rule wait for it until the deadline. */
  readonly answerByHand: boolean;
  /** How long DingTalk waits for the answer to a card callback (stream-protocol §3.4). */
  readonly windowMs: number;
  /** Subtracted from the window: an acknowledgement sent later might arrive too late. */
  readonly marginMs: number;
  /** How EVENT frames are acknowledged (stream-protocol §8.2 C12). */
  readonly eventStatus: 'SUCCESS' | 'LATER';
}
