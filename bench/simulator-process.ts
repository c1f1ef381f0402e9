import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { HostAnswers, HostLoad, HostReply, HostRequest, Side } from './host-protocol.js';

type Question = HostRequest extends infer R
  ? R extends HostRequest
    ? Omit<R, 'id'>
    : never
  : never;

/** The bench's handle on the simulator, which runs in a process of its own. */
export class SimulatorProcess {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (reply: HostReply) => void>();
  #nextId = 1;

  constructor() {
    this.#child = fork(path.join(import.meta.dirname, 'simulator-host.ts'), {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#child.on('message', (reply: HostReply) => {
      const settle = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      settle?.(reply);
    });
    this.#child.on('exit', () => {
      for (const settle of this.#waiting.values()) settle({ id: 0, error: 'the simulator ended' });
      this.#waiting.clear();
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  origin(): Promise<string> {
    return this.#ask<HostAnswers['origin']>({ ask: 'origin' });
  }

  /** When the side's client was connected, ms since the epoch; waits for it. */
  connected(side: Side): Promise<number> {
    return this.#ask<HostAnswers['connected']>({ ask: 'connected', side });
  }

  async disconnected(side: Side): Promise<void> {
    await this.#ask<HostAnswers['disconnected']>({ ask: 'disconnected', side });
  }

  load(side: Side, taps: number, inFlight: number): Promise<HostLoad> {
    return this.#ask<HostLoad>({ ask: 'load', side, taps, inFlight });
  }

  stop(): Promise<void> {
    if (this.#child.exitCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      this.#child.once('exit', () => resolve());
      this.#child.disconnect();
    });
  }

  #ask<T extends HostAnswers[keyof HostAnswers]>(question: Question): Promise<T> {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, (reply) => {
        if (reply.error === undefined) resolve(reply.answer as T);
        else reject(new Error(`${question.ask}: ${reply.error}`));
      });
      this.#child.send({ ...question, id });
    });
  }
}
