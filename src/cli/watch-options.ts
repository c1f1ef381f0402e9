import { DtcardError } from '../base/errors.js';
import type { AnswerReach, DeadlinePolicy } from '../log/event.js';
import { readCount, readDuration } from './durations.js';
import { oneOf } from './one-of.js';

/** As the parser gives them. */
export interface WatchFlags {
  readonly api?: string;
  readonly profile?: string;
  readonly sim?: boolean;
  readonly demo?: boolean;
  readonly open?: boolean;
  readonly json?: boolean;
  readonly plain?: boolean;
  readonly yes?: boolean;
  /** False for `--no-rules`; true when neither form was given. */
  readonly rules?: string | boolean;
  readonly record?: string | boolean;
  readonly maxEvents?: string;
  readonly duration?: string;
  readonly template?: readonly string[];
  readonly filter?: string;
  readonly forward?: string;
  readonly onDeadline?: string;
  readonly answerReach?: string;
  readonly enableRules?: boolean;
  readonly effects?: boolean;
}

export interface WatchOptions {
  readonly api: string | undefined;
  readonly profile: string | undefined;
  readonly sim: boolean;
  readonly demo: boolean;
  readonly open: boolean;
  readonly face: 'json' | 'plain' | 'auto';
  readonly isSureOfProduction: boolean;
  readonly rules:
    | { readonly kind: 'file'; readonly file: string }
    | { readonly kind: 'default' | 'none' };
  readonly record:
    | { readonly kind: 'file'; readonly file: string }
    | { readonly kind: 'default' | 'none' };
  readonly maxEvents: number | undefined;
  readonly durationMs: number | undefined;
  readonly templates: readonly string[];
  /** What is shown, as it was typed; undefined for everything. */
  readonly filter: string | undefined;
  /** Where callbacks are handed on, as it was typed. */
  readonly forward: string | undefined;
  readonly policy: DeadlinePolicy;
  /** Undefined: what is known of the other side decides. */
  readonly answerReach: AnswerReach | undefined;
  /** Rules are in force from the start, on a production profile, too. */
  readonly enableRules: boolean;
  /** Lines about what answers and updates did (`callback.effect`). */
  readonly effects: boolean;
}

const policies = ['ack-then-update', 'fail', 'let-it-expire', 'hold'] as const;
const reaches = ['everyone', 'clicker'] as const;

/** @throws DtcardError E1001 for combinations that make no sense */
export function readWatchOptions(flags: WatchFlags): WatchOptions {
  if (flags.demo && !flags.sim) throw usage('demo-without-sim');
  if (flags.open && !flags.sim) throw usage('open-without-sim');
  if (flags.sim && flags.api !== undefined) throw usage('sim-with-api');
  if (flags.json && flags.plain) throw usage('json-and-plain');
  if (flags.effects && !flags.json) throw usage('effects-without-json');
  return {
    api: flags.api,
    profile: flags.profile,
    sim: flags.sim ?? false,
    demo: flags.demo ?? false,
    open: flags.open ?? false,
    face: flags.json ? 'json' : flags.plain ? 'plain' : 'auto',
    isSureOfProduction: flags.yes ?? false,
    rules: fileChoice(flags.rules),
    record: fileChoice(flags.record),
    maxEvents:
      flags.maxEvents === undefined ? undefined : readCount(flags.maxEvents, '--max-events', 1),
    durationMs:
      flags.duration === undefined ? undefined : readDuration(flags.duration, '--duration'),
    templates: flags.template ?? [],
    filter: flags.filter,
    forward: flags.forward,
    policy: oneOf(flags.onDeadline ?? 'ack-then-update', '--on-deadline', policies),
    answerReach:
      flags.answerReach === undefined
        ? undefined
        : oneOf(flags.answerReach, '--answer-reach', reaches),
    enableRules: flags.enableRules ?? false,
    effects: flags.effects ?? false,
  };
}

function fileChoice(value: string | boolean | undefined) {
  if (typeof value === 'string') return { kind: 'file', file: value } as const;
  return { kind: value === false ? 'none' : 'default' } as const;
}

function usage(reason: string): DtcardError {
  return new DtcardError('E1001', { params: { reason } });
}
