import { parseArgs } from 'node:util';

export const groups = [
  'help',
  'frame',
  'answers',
  'burst',
  'connect',
  'memory',
  'cards',
  'rules',
] as const;
type Group = (typeof groups)[number];

export interface BenchOptions {
  /** Of what starts processes. */
  readonly rounds: number;
  /** Of taps; more of them, as they are short. */
  readonly loadRounds: number;
  /** Taps one after the other, per round and side. */
  readonly serialTaps: number;
  /** Taps with `inFlight` of them waiting at a time. */
  readonly loadTaps: number;
  readonly inFlight: number;
  readonly burstTaps: number;
  readonly only: ReadonlySet<Group>;
  readonly out: string | undefined;
  /** The baseline against itself: how far the method alone is from 1. */
  readonly againstItself: boolean;
}

const usage = `npm run bench -- [--quick] [--only ${groups.join(',')}] [--out file] [--against-itself]`;

/** @throws Error for an unknown option or group, in one sentence */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      out: { type: 'string' },
      'against-itself': { type: 'boolean', default: false },
    },
  });
  const quick = values.quick;
  return {
    rounds: quick ? 3 : 9,
    loadRounds: quick ? 5 : 15,
    serialTaps: quick ? 500 : 2000,
    loadTaps: quick ? 5000 : 20_000,
    inFlight: 64,
    burstTaps: quick ? 2000 : 5000,
    only: values.only === undefined ? new Set(groups) : readGroups(values.only),
    out: values.out,
    againstItself: values['against-itself'],
  };
}

function readGroups(text: string): ReadonlySet<Group> {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !groups.includes(name as Group));
  if (unknown !== undefined)
    throw new Error(`no figure is called ${JSON.stringify(unknown)}; ${usage}`);
  return new Set(names as Group[]);
}
