import { spawn } from 'node:child_process';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from './client-process.js';
import { type Figure, figureOf } from './figure.js';
import type { Side } from './host-protocol.js';
import { interleave } from './interleave.js';
import type { BenchOptions } from './options.js';
import { usageOf } from './process-usage.js';
import { timeToText } from './pty-screen.js';
import type { SimulatorProcess } from './simulator-process.js';

const emptyProgram = path.join(import.meta.dirname, 'empty.mjs');
const printingProgram = path.join(import.meta.dirname, 'print-header.mjs');

export async function measureHelp(program: string, rounds: number): Promise<readonly Figure[]> {
  const pairs = await interleave(
    rounds,
    () => timeToExit([program, '--help']),
    () => timeToExit([emptyProgram]),
  );
  return [figureOf('--help (baseline: bare node)', 'ms', pairs)];
}

function timeToExit(command: readonly string[]): Promise<number> {
  const begin = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve(performance.now() - begin);
      else reject(new Error(`${command.join(' ')} ended with ${code}`));
    });
  });
}

export interface ScreenRun {
  readonly command: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** In the first frame, and nowhere before. */
  readonly text: string;
}

export async function measureFirstFrame(
  run: ScreenRun,
  rounds: number,
): Promise<readonly Figure[]> {
  const bare = { ...run, command: [printingProgram, run.text] };
  const pairs = await interleave(
    rounds,
    () => timeToText(run),
    () => timeToText(bare),
  );
  return [figureOf('first frame (baseline: bare node)', 'ms', pairs)];
}

const SETTLE_MS = 500;

/** Fresh processes each round: start to connected, memory when idle and after a load. */
export async function measureProcesses(
  simulator: SimulatorProcess,
  start: (side: Side) => Promise<Client>,
  options: BenchOptions,
): Promise<readonly Figure[]> {
  const withMemory = options.only.has('memory');
  const one = async (side: Side) => {
    const client = await start(side);
    try {
      if (!withMemory) return { connectedMs: client.connectedAfterMs, idleMb: 0, loadedMb: 0 };
      await pause(SETTLE_MS);
      const idleMb = usageOf(client.pid).residentMb;
      await simulator.load(side, options.loadTaps, options.inFlight);
      await pause(SETTLE_MS);
      const loadedMb = usageOf(client.pid).residentMb;
      return { connectedMs: client.connectedAfterMs, idleMb, loadedMb };
    } finally {
      await client.stop();
    }
  };
  const pairs = await interleave(
    options.rounds,
    () => one('ours'),
    () => one('baseline'),
  );
  const each = (key: 'connectedMs' | 'idleMb' | 'loadedMb') =>
    pairs.map(({ ours, baseline }) => ({ ours: ours[key], baseline: baseline[key] }));
  const figures: Figure[] = [];
  if (options.only.has('connect')) {
    figures.push(
      figureOf('process start to connected', 'ms', each('connectedMs'), { ratioAtMost: 0.5 }),
    );
  }
  if (withMemory) {
    figures.push(figureOf('resident, idle', 'MB', each('idleMb')));
    figures.push(figureOf(`resident, after ${options.loadTaps} taps`, 'MB', each('loadedMb')));
  }
  return figures;
}
