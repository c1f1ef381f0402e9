// Measures the built program against what its users would write by hand, and prints the figures:
// a table on stderr, JSON on stdout. Every figure is a ratio to a baseline of the same run.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { measureAnswers, measureBurst } from './answer-figures.js';
import { measureCards } from './card-figures.js';
import { clientEnvironment, startClient } from './client-process.js';
import { type Figure, withoutTarget } from './figure.js';
import type { Side } from './host-protocol.js';
import { type BenchOptions, readOptions } from './options.js';
import { measureRules } from './rule-figures.js';
import { SimulatorProcess } from './simulator-process.js';
import { measureFirstFrame, measureHelp, measureProcesses } from './start-figures.js';
import { renderTable } from './table.js';

const root = path.dirname(import.meta.dirname);
const program = path.join(root, 'bin/dtcard.js');
const rawBot = path.join(root, 'bench/raw-bot.mjs');
const headerText = 'dtcard';

const rules = `version: 1
rules:
  - name: agree
    on: callback
    when: { action: agree }
    answer:
      cardData: { status: 已同意 }
`;

async function measure(options: BenchOptions, folder: string): Promise<readonly Figure[]> {
  const simulator = new SimulatorProcess();
  const figures: Figure[] = [];
  const note = (text: string) => process.stderr.write(`${text}\n`);
  const has = (group: Parameters<typeof options.only.has>[0]) => options.only.has(group);
  try {
    const origin = await simulator.origin();
    const rulesFile = path.join(folder, 'rules.yaml');
    writeFileSync(rulesFile, rules);
    let runs = 0;
    const commandOf = (side: Side) => {
      if (side === 'baseline' || options.againstItself) return [rawBot];
      const recording = path.join(folder, `recording-${runs++}.jsonl`);
      return [program, 'watch', '--json', '--rules', rulesFile, '--record', recording];
    };
    const envOf = (side: Side) => clientEnvironment(origin, side, folder);
    const start = (side: Side) => startClient(simulator, side, commandOf(side), envOf(side));

    if (has('cards') && !options.againstItself) {
      note('cards …');
      figures.push(...(await measureCards(options)));
    }
    if (has('rules') && !options.againstItself) {
      note('rules …');
      figures.push(...(await measureRules(options)));
    }
    if (has('help') && !options.againstItself) {
      note('--help …');
      figures.push(...(await measureHelp(program, options.rounds)));
    }
    if (has('frame') && !options.againstItself) {
      note('first frame …');
      const command = [program, 'watch'];
      const env = envOf('ours');
      figures.push(
        ...(await measureFirstFrame({ command, env, text: headerText }, options.rounds)),
      );
    }
    if (has('connect') || has('memory')) {
      note('start to connected, memory …');
      figures.push(...(await measureProcesses(simulator, start, options)));
    }
    if (has('answers') || has('burst')) {
      const ours = await start('ours');
      const baseline = await start('baseline');
      const pids = { ours: ours.pid, baseline: baseline.pid };
      if (has('answers')) {
        note('answers …');
        figures.push(...(await measureAnswers(simulator, pids, options)));
      }
      if (has('burst')) {
        note('burst …');
        figures.push(...(await measureBurst(simulator, pids, options)));
      }
      await Promise.all([ours.stop(), baseline.stop()]);
    }
  } finally {
    await simulator.stop();
  }
  return figures;
}

const options = readOptions(process.argv.slice(2));
const folder = mkdtempSync(path.join(os.tmpdir(), 'dtcard-bench-'));
try {
  const measured = await measure(options, folder);
  const figures = options.againstItself ? measured.map(withoutTarget) : measured;
  const report = {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpu: os.cpus()[0]?.model ?? '',
    cores: os.cpus().length,
    rounds: options.rounds,
    loadRounds: options.loadRounds,
    againstItself: options.againstItself,
    figures,
  };
  const text = `${JSON.stringify(report, null, 2)}\n`;
  process.stderr.write(`\n${renderTable(figures)}\n`);
  process.stdout.write(text);
  if (options.out !== undefined) writeFileSync(options.out, text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
