import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runInProcess } from '../../support/run-in-process.js';
import { sharedSimulator } from '../../support/shared-simulator.js';

const sim = sharedSimulator();
const tap = (...args: string[]) => runInProcess(['sim', 'tap', '--api', sim.origin, ...args]);

async function sendCard(): Promise<string> {
  const args = ['--template', 'dac1dbec-55af-40c3-be91-6d6882ef3b66.schema', '--to', 'manager01'];
  const { stdout } = await runInProcess(['send', '--api', sim.origin, ...args, '--json']);
  return (JSON.parse(stdout) as { outTrackId: string }).outTrackId;
}

describe('sim tap', () => {
  it('fails with the reason when nobody is there to answer', async () => {
    await sendCard();
    const { exitCode, stdout, stderr } = await tap('latest', '--as', '张三', '--action', 'accept');
    expect([exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toBe('undeliverable: no-connection\n');
  });

  it('gives the outcome as JSON, failed or not', async () => {
    const outTrackId = await sendCard();
    const { exitCode, stdout } = await tap(outTrackId, '--as', '王五', '--action', 'a', '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      v: 1,
      outTrackId,
      outcome: 'undeliverable',
      reason: 'not-visible',
    });
  });

  it('says after how many whole milliseconds nobody had answered', async () => {
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'application/json');
      response.end('{"outcome":"expired","afterMs":2000.9282309999999}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const args = ['sim', 'tap', '--api', api, 'latest', '--as', '张三', '--action', 'a'];
    const { exitCode, stderr } = await runInProcess(args);
    expect([exitCode, stderr]).toEqual([1, 'expired: 2001 ms\n']);
  });

  it('explains a card that does not exist', async () => {
    const { exitCode, stderr } = await tap('dtcard-none', '--as', '张三', '--action', 'accept');
    expect([exitCode, stderr.slice(0, 5)]).toEqual([2, 'E5002']);
    expect(stderr).toContain('dtcard-none');
  });

  it('refuses params that are no pairs', async () => {
    const args = ['--as', '张三', '--action', 'accept', '--param', 'accept'];
    const { exitCode, stderr } = await tap('latest', ...args);
    expect([exitCode, stderr.split('\n')[0]]).toEqual([
      2,
      'E1001 --param accept: expected key=value',
    ]);
  });
});
