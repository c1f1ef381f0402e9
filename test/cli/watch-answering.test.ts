import { describe, expect, it } from 'vitest';
import { setUpConnection } from '../../src/cli/connection-setup.js';
import { createRunningEntries } from '../../src/cli/running-entries.js';
import { findSimulator } from '../../src/cli/simulator-control.js';
import { openWatchAnswering } from '../../src/cli/watch-answering.js';
import { readEnvironment } from '../../src/config/environment.js';
import { createTestIo } from '../support/run-in-process.js';
import { useSimulator as startSimulator } from '../support/use-simulator.js';

async function on(
  options: { forward?: string; answerReach?: 'everyone' | 'clicker' } = {},
  wantsReach = true,
) {
  const simulator = await startSimulator();
  const io = createTestIo();
  const environment = readEnvironment({ DTCARD_FORWARD_SECRET: 's3cr3t' });
  const setup = await setUpConnection(io, {
    environment,
    api: undefined,
    profile: undefined,
    ownSimulator: simulator.origin,
  });
  const control = findSimulator(
    simulator.origin,
    createRunningEntries('/nonexistent', () => false),
    setup.http,
  );
  const asked = {
    environment,
    setup,
    wantsReach,
    options: { forward: options.forward, answerReach: options.answerReach },
  };
  const inside = () => openWatchAnswering(io, { ...asked, simulator, control: undefined });
  const outside = () => openWatchAnswering(io, { ...asked, simulator: undefined, control });
  const live = () => openWatchAnswering(io, { ...asked, simulator: undefined, control: undefined });
  return { simulator, inside, outside, live };
}

describe('what a run answers with', () => {
  it('has no forward and nobody to stop clocks unless there is one', async () => {
    const { live } = await on();
    const answering = await live();
    expect([answering.forward, answering.holdClock, answering.secrets]).toEqual([
      undefined,
      undefined,
      [],
    ]);
  });

  it('forwards to an address, whose secret is kept out of the log', async () => {
    const { live } = await on({ forward: 'http://127.0.0.1:9/cb' });
    const { forward, secrets } = await live();
    expect(forward?.url).toContain('127.0.0.1:9');
    expect(secrets).toContain('s3cr3t');
  });

  it('refuses an address that is none', async () => {
    const { live } = await on({ forward: 'ftp://x' });
    await expect(live()).rejects.toMatchObject({ code: 'E1001' });
  });

  it('knows who sees an answer even if nobody wants to, unless it would take a call', async () => {
    const { inside, outside, live } = await on({}, false);
    expect((await inside()).answerReach).toBe('everyone');
    expect((await live()).answerReach).toBe('clicker');
    expect((await outside()).answerReach).toBeUndefined();
    const chosen = await on({ answerReach: 'clicker' }, false);
    expect((await chosen.outside()).answerReach).toBe('clicker');
  });

  it('asks the simulator who sees an answer, inside and outside of this process', async () => {
    const { simulator, inside, outside, live } = await on();
    expect([(await inside()).answerReach, (await outside()).answerReach]).toEqual([
      'everyone',
      'everyone',
    ]);
    simulator.set({ answerCardData: 'clicker' });
    expect([(await inside()).answerReach, (await outside()).answerReach]).toEqual([
      'clicker',
      'clicker',
    ]);
    expect((await live()).answerReach).toBe('clicker');
  });

  it('believes who was chosen', async () => {
    const { inside } = await on({ answerReach: 'clicker' });
    expect((await inside()).answerReach).toBe('clicker');
  });

  it('can ask for a clock to be stopped where there is a simulator', async () => {
    const { inside, outside } = await on();
    for (const answering of [await inside(), await outside()]) {
      expect(await answering.holdClock?.('nobody')).toEqual(expect.stringMatching(/./));
    }
  });
});
