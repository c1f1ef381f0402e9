import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { apps, type Side } from './host-protocol.js';
import type { SimulatorProcess } from './simulator-process.js';

/** A started client: how long it took to be connected, and the way to end it. */
export interface Client {
  readonly pid: number;
  /** Start of the process to the open connection. */
  readonly connectedAfterMs: number;
  stop(): Promise<void>;
}

const GIVE_UP_MS = 20_000;

/** @throws Error with what the client wrote, when it ends or is not connected in time */
export async function startClient(
  simulator: SimulatorProcess,
  side: Side,
  command: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Client> {
  const startedAtMs = performance.timeOrigin + performance.now();
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env,
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said = (said + chunk).slice(-2000);
  });
  const failed = new Promise<never>((_, reject) => {
    const give = (why: string) => reject(new Error(`${command.join(' ')} ${why}\n${said}`));
    const timer = setTimeout(() => give('did not connect'), GIVE_UP_MS);
    timer.unref();
    child.once('close', (code) => give(`ended with ${code}`));
  });
  // Ending it later is no failure any more.
  failed.catch(() => {});
  try {
    const connectedAtMs = await Promise.race([simulator.connected(side), failed]);
    return {
      pid: child.pid ?? 0,
      connectedAfterMs: connectedAtMs - startedAtMs,
      stop: () => stop(child, simulator, side),
    };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

async function stop(child: ChildProcess, simulator: SimulatorProcess, side: Side): Promise<void> {
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const insist = setTimeout(() => child.kill('SIGKILL'), 5000);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(insist);
  await simulator.disconnected(side);
}

/**
 * The variables both clients read. What the caller's shell says about dtcard stays out, and what
 * dtcard remembers between runs goes into the bench's own folder.
 */
export function clientEnvironment(origin: string, side: Side, folder: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(DTCARD_|NODE_OPTIONS$|NODE_V8_COVERAGE$|.*_proxy$)/i.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    DTCARD_API: origin,
    DTCARD_CLIENT_ID: apps[side].clientId,
    DTCARD_CLIENT_SECRET: apps[side].clientSecret,
    DTCARD_CONFIG_DIR: path.join(folder, 'config'),
    DTCARD_STATE_DIR: path.join(folder, 'state'),
  };
}
