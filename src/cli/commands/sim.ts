import { printable } from '../../base/display-width.js';
import { DtcardError } from '../../base/errors.js';
import { readEnvironment } from '../../config/environment.js';
import { jsonLine } from '../../output/json-line.js';
import { builtPage } from '../../simulator/assets.js';
import { parseSetting, type Settings } from '../../simulator/settings.js';
import { Simulator } from '../../simulator/simulator.js';
import { readAssignments } from '../assignments.js';
import { readCount } from '../durations.js';
import type { LiveTemplates, TemplateNote } from '../live-templates.js';
import { locationsOf, runningEntriesOf } from '../locations.js';
import { openLiveTemplates } from '../open-live-templates.js';
import { openWhenAsked, pageAddress } from '../page-address.js';
import type { ProgramIo } from '../program-io.js';
import { type NoteMessage, noteMessage } from '../template-note.js';
import { openTemplateRegistry } from '../template-registry.js';

export interface SimFlags {
  readonly port?: string;
  readonly setting?: readonly string[];
  readonly json?: boolean;
  readonly open?: boolean;
}

/** Runs a simulator in the foreground. The ready line names its origin and the pair it accepts. */
export async function runSim(io: ProgramIo, flags: SimFlags): Promise<number> {
  const port = flags.port === undefined ? 0 : readCount(flags.port, '--port', 0, 65_535);
  const settings = readSettings(flags.setting ?? []);
  const { projectFile } = await openTemplateRegistry(io.cwd);
  const page = builtPage();
  const simulator = new Simulator({ clock: io.clock, ids: io.ids, port, settings, page });
  const running = runningEntriesOf(locationsOf(readEnvironment(io.env)));
  let exitCode = 0;
  let templates: LiveTemplates | undefined;
  let isReady = false;
  const early: TemplateNote[] = [];
  const say = (note: TemplateNote) => tell(io, flags, noteMessage(note));
  try {
    const { origin } = await simulator.start();
    templates = openLiveTemplates(io, {
      projectFile,
      simulator,
      // The ready line comes first.
      onNote: (note) => (isReady ? say(note) : early.push(note)),
    });
    const { clientId, clientSecret } = simulator.credentials;
    const withdraw = running.announce({
      kind: 'simulator',
      pid: process.pid,
      origin,
      clientId,
      startedAtMs: io.clock.now(),
    });
    const ended = new Promise<number>((resolve) => io.onSignal((_signal, code) => resolve(code)));
    const url = pageAddress(simulator);
    if (flags.json) {
      const ready = { origin, clientId, clientSecret, page: url ?? null };
      io.out(jsonLine({ v: 1, type: 'ready', ...ready }));
    } else {
      io.out(`${io.t('cli.sim.ready', { origin, clientId, clientSecret })}\n`);
      if (url !== undefined) io.out(`${io.t('cli.sim.page', { url })}\n`);
    }
    isReady = true;
    for (const note of early) say(note);
    await openWhenAsked(io, simulator, flags.open ?? false);
    exitCode = await ended;
    withdraw();
  } finally {
    templates?.close();
    await simulator.stop();
  }
  return exitCode;
}

function tell(io: ProgramIo, flags: SimFlags, { level, key, params }: NoteMessage): void {
  if (flags.json) io.out(jsonLine({ v: 1, type: 'notice', level, key, params }));
  else io.err(`${printable(io.t(key, params))}\n`);
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
