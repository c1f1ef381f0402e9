import { type JsonValue, toParamText } from '../../base/json-text.js';
import { jsonLine } from '../../output/json-line.js';
import { naturalValue, readAssignments } from '../assignments.js';
import type { ProgramIo } from '../program-io.js';
import { type SimTargetFlags, simTarget } from '../sim-target.js';

export interface SimTapFlags extends SimTargetFlags {
  readonly as: string;
  readonly action: string;
  readonly param?: readonly string[];
}

/** Somebody taps a card; waits for the answer. Anything but an answer is a failure: exit code 1. */
export async function runSimTap(
  io: ProgramIo,
  flags: SimTapFlags,
  [outTrackId = 'latest']: readonly string[],
): Promise<number> {
  const params: Record<string, JsonValue> = {};
  for (const [key, value] of readAssignments(flags.param ?? [], '--param')) {
    params[key] = naturalValue(value);
  }
  const result = await simTarget(io, flags).post('/tap', {
    outTrackId,
    userId: flags.as,
    actionIds: [flags.action],
    params,
  });
  const outcome = toParamText(result['outcome'] ?? '');
  const answered = outcome === 'answered';
  if (flags.json) io.out(jsonLine({ v: 1, ...result }));
  else if (answered) {
    const { code, tookMs, applied } = result;
    io.out(
      `${io.t('cli.sim.tapped', {
        outcome,
        code: Number(code),
        tookMs: Math.round(Number(tookMs)),
        applied: io.t(applied === true ? 'cli.sim.applied' : 'cli.sim.notApplied'),
      })}\n`,
    );
  } else {
    const { reason, afterMs } = result;
    const because = reason ?? (typeof afterMs === 'number' ? `${Math.round(afterMs)} ms` : '');
    io.err(`${io.t('cli.sim.tapFailed', { outcome, reason: toParamText(because) })}\n`);
  }
  return answered ? 0 : 1;
}
