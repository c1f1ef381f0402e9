import { type Figure, figureOf } from './figure.js';
import type { HostLoad, Side } from './host-protocol.js';
import { interleave, type Pair } from './interleave.js';
import type { BenchOptions } from './options.js';
import { usageOf } from './process-usage.js';
import type { SimulatorProcess } from './simulator-process.js';

interface Load extends HostLoad {
  /** CPU time of the client over the load's duration. */
  readonly clientBusy: number;
}

export type Pids = Readonly<Record<Side, number>>;

/** Round trips one after the other, and answers per second, of two clients that are both connected. */
export async function measureAnswers(
  simulator: SimulatorProcess,
  pids: Pids,
  options: BenchOptions,
): Promise<readonly Figure[]> {
  const { serialTaps, loadTaps, inFlight } = options;
  const serial = await rounds(simulator, pids, options.loadRounds, serialTaps, 1);
  const loaded = await rounds(simulator, pids, options.loadRounds, loadTaps, inFlight);
  const perSecond = ({ taps, lost, elapsedMs }: Load) => ((taps - lost) / elapsedMs) * 1000;
  return [
    figureOf(
      'answer p50',
      'ms',
      each(serial, (l) => l.p50Ms),
      { ratioAtMost: 1.05 },
    ),
    figureOf(
      'answer p99',
      'ms',
      each(serial, (l) => l.p99Ms),
      { ratioAtMost: 1.05 },
    ),
    figureOf(`answers, ${inFlight} in flight`, 'per s', each(loaded, perSecond), {
      ratioAtLeast: 0.95,
    }),
    figureOf(
      '  client busy',
      'of 1 core',
      each(loaded, (l) => l.clientBusy),
    ),
    figureOf(
      '  simulator busy',
      'of 1 core',
      each(loaded, (l) => l.simulatorBusy),
    ),
    figureOf(
      '  lost',
      'taps',
      each(loaded, (l) => l.lost),
      { valueAtMost: 0 },
    ),
  ];
}

export async function measureBurst(
  simulator: SimulatorProcess,
  pids: Pids,
  options: BenchOptions,
): Promise<readonly Figure[]> {
  const taps = options.burstTaps;
  const bursts = await rounds(simulator, pids, options.loadRounds, taps, taps);
  return [
    figureOf(
      `burst of ${taps}, lost or late`,
      'taps',
      each(bursts, (l) => l.lost),
      {
        valueAtMost: 0,
      },
    ),
    figureOf(
      '  until the last answer',
      'ms',
      each(bursts, (l) => l.elapsedMs),
    ),
  ];
}

/** The first round on each side only warms up. */
async function rounds(
  simulator: SimulatorProcess,
  pids: Pids,
  count: number,
  taps: number,
  inFlight: number,
): Promise<readonly Pair<Load>[]> {
  const load = async (side: Side): Promise<Load> => {
    const before = usageOf(pids[side]).cpuMs;
    const result = await simulator.load(side, taps, inFlight);
    const clientBusy = (usageOf(pids[side]).cpuMs - before) / result.elapsedMs;
    return { ...result, clientBusy };
  };
  const pairs = await interleave(
    count + 1,
    () => load('ours'),
    () => load('baseline'),
  );
  return pairs.slice(1);
}

function each<T>(pairs: readonly Pair<T>[], read: (value: T) => number): readonly Pair<number>[] {
  return pairs.map(({ ours, baseline }) => ({ ours: read(ours), baseline: read(baseline) }));
}
