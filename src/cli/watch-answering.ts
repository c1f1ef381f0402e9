import type { ScriptRunner } from '../answer/script-runner.js';
import type { Environment } from '../config/environment.js';
import type { AnswerReach } from '../log/event.js';
import type { CallbackForwarder } from '../platform/callback-forwarder.js';
import type { HoldClock } from '../session/session-deps.js';
import type { Simulator } from '../simulator/simulator.js';
import { readAnswerReach } from './answer-reach.js';
import type { ConnectionSetup } from './connection-setup.js';
import { createLazyScripts } from './lazy-scripts.js';
import type { ProgramIo } from './program-io.js';
import type { SimulatorControl } from './simulator-control.js';
import type { WatchOptions } from './watch-options.js';

/** What a run answers callbacks with besides rules and hands. */
export interface WatchAnswering {
  readonly forward?: CallbackForwarder;
  readonly holdClock?: HoldClock;
  /** Undefined: nobody looks at it, and asking would take a call. */
  readonly answerReach: AnswerReach | undefined;
  /** What must not be in the log. */
  readonly secrets: readonly string[];
  scripts(onOutput: (file: string, text: string) => void): ScriptRunner;
}

export interface AnsweringRequest {
  readonly options: Pick<WatchOptions, 'forward' | 'answerReach'>;
  readonly environment: Environment;
  readonly setup: ConnectionSetup;
  /** Of this process. */
  readonly simulator: Simulator | undefined;
  /** Of another process on this machine. */
  readonly control: SimulatorControl | undefined;
  /** Somebody wants to know who sees an answer, be it a rule; asking the simulator takes a call. */
  readonly wantsReach: boolean;
}

/**
 * Nothing is loaded that the run does not need.
 * @throws DtcardError E1001 for an address callbacks cannot be forwarded to
 */
export async function openWatchAnswering(
  { clock }: ProgramIo,
  { options, environment, setup, simulator, control, wantsReach }: AnsweringRequest,
): Promise<WatchAnswering> {
  const forward =
    options.forward === undefined
      ? undefined
      : (await import('./forward-option.js')).openForward(options.forward, environment, {
          clock,
          proxy: setup.proxy,
        });
  const holdClock = holdClockOf(simulator, control);
  return {
    ...(forward && { forward: forward.forwarder }),
    ...(holdClock && { holdClock }),
    // Rules ask about cards as people see them, whatever shows the run.
    answerReach:
      wantsReach || !control || options.answerReach
        ? await reachOf(options.answerReach, simulator, control)
        : undefined,
    secrets: forward?.secrets ?? [],
    scripts: (onOutput) => createLazyScripts(clock, onOutput),
  };
}

function holdClockOf(
  simulator: Simulator | undefined,
  control: SimulatorControl | undefined,
): HoldClock | undefined {
  if (simulator) {
    return async (messageId) => (await import('./hold-clock.js')).holdIn(simulator)(messageId);
  }
  if (!control) return undefined;
  return async (messageId) => (await import('./hold-clock.js')).holdAt(control)(messageId);
}

async function reachOf(
  chosen: AnswerReach | undefined,
  simulator: Simulator | undefined,
  control: SimulatorControl | undefined,
): Promise<AnswerReach> {
  if (chosen || (!simulator && !control)) return readAnswerReach(chosen);
  // One that does not say is believed to have the setting it starts with.
  const settings = simulator?.settings ?? (await control?.get('/settings').catch(() => undefined));
  return readAnswerReach(chosen, settings ?? {});
}
