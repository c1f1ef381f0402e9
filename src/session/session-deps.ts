import type { RuleSet } from '../answer/rule.js';
import type { PinOutcome, RulePin } from '../answer/rule-pin.js';
import type { ScriptRunner } from '../answer/script-runner.js';
import type { Clock } from '../base/clock.js';
import type { IdSource } from '../base/ids.js';
import type { DeadlinePolicy } from '../log/event.js';
import type { EventLog } from '../log/event-log.js';
import type { CallbackForwarder } from '../platform/callback-forwarder.js';
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
  /** Absent: rules with scripts fail as E1020. */
  readonly scripts?: ScriptRunner;
  /** The person's own service; absent: callbacks are not forwarded. */
  readonly forward?: CallbackForwarder;
  /** Stops the clock of one callback; absent where no simulator can be asked. */
  readonly holdClock?: HoldClock;
  /** Writes an answer into the rules file; absent: there is no file. */
  readonly pinRule?: (pin: RulePin) => PinOutcome;
  /** What the project calls a template; absent: nothing has a name. */
  readonly aliasesOf?: (cardTemplateId: string) => readonly string[];
}

/** @returns why it could not be stopped; undefined when it stands */
export type HoldClock = (messageId: string) => Promise<string | undefined>;

export interface SessionSettings {
  /** What happens to callbacks nobody decides in time, unless a rule says otherwise; `ack-then-update` unless stated. */
  readonly policy?: DeadlinePolicy;
  /** Absent: true. False on a production profile; `switchRules` changes it. */
  readonly rulesOn?: boolean;
  /** A face that can answer is attached: callbacks without a rule wait for it until the deadline. */
  readonly answerByHand: boolean;
  /** How long DingTalk waits for the answer to a card callback (stream-protocol §3.4). */
  readonly windowMs: number;
  /** Subtracted from the window: an acknowledgement sent later might arrive too late. */
  readonly marginMs: number;
  /** How EVENT frames are acknowledged (stream-protocol §8.2 C12). */
  readonly eventStatus: 'SUCCESS' | 'LATER';
}
