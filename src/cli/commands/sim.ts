import { DtcardError } from '../../base/errors.js';
import { readEnvironment } from '../../config/environment.js';
import { jsonLine } from '../../output/json-line.js';
import { parseSetting, type Settings } from '../../simulator/settings.js';
import { Simulator } from '../../simulator/simulator.js';
import { readAssignments } from '../assignments.js';
import { readCount } from '../durations.js';
import { locationsOf, runningEntriesOf } from '../locations.js';
import type { ProgramIo } from '../program-io.js';

export interface SimFlags {
  readonly port?: string;
  readonly setting?: readonly string[];
  readonly json?: boolean;
}

/** Runs a simulator in the foreground. The ready line names its origin and the pair it accepts. */
export async function runSim(io: ProgramIo, flags: SimFlags): Promise<number> {
  const port = flags.port === undefined ? 0 : readCount(flags.port, '--port', 0, 65_535);
  const settings = readSettings(flags.setting ?? []);
  const simulator = new Simulator({ clock: io.clock, ids: io.ids, port, settings });
  const running = runningEntriesOf(locationsOf(readEnvironment(io.env)));
  let exitCode = 0;
  try {
    const { origin } = await simulator.start();
    const { clientId, clientSecret } = simulator.credentials;
    const withdraw = running.announce({
      kind: 'simulator',
      pid: process.pid,
      origin,
      clientId,
      startedAtMs: io.clock.now(),
    });
    const ended = new Promise<number>((resolve) => io.onSignal((_signal, code) => resolve(code)));
    if (flags.json) io.out(jsonLine({ v: 1, type: 'ready', origin, clientId, clientSecret }));
    else io.out(`${io.t('cli.sim.ready', { origin, clientId, clientSecret })}\n`);
    exitCode = await ended;
    withdraw();
  } finally {
    await simulator.stop();
  }
  return exitCode;
}

/** @throws E1001 naming the setting */
function readSettings(given: readonly string[]): Partial<Settings> {
  const settings: Record<string, unknown> = {};
  for (const [name, value] of readAssignments(given, '--setting')) {
    const parsed = parseSetting(name, value);
    if (!parsed.ok)
      throw new DtcardError('E1001', { params: { detail: `--setting ${parsed.problem}` } });
    settings[parsed.name] = parsed.value;
  }
  return settings as Partial<Settings>;
}
