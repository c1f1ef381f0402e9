import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { setUpConnection } from '../../src/cli/connection-setup.js';
import { locationsOf } from '../../src/cli/locations.js';
import { openWatchAnswering } from '../../src/cli/watch-answering.js';
import { readWatchOptions, type WatchFlags } from '../../src/cli/watch-options.js';
import { openWatchSession } from '../../src/cli/watch-session.js';
import { readEnvironment } from '../../src/config/environment.js';
import { createProgramHome } from '../support/program-home.js';
import { createTestIo } from '../support/run-in-process.js';
import { sharedSimulator } from '../support/shared-simulator.js';

const sim = sharedSimulator();

async function opening(flags: WatchFlags = {}) {
  const home = createProgramHome();
  onTestFinished(home.remove);
  const io = createTestIo({ home });
  const environment = readEnvironment(home.env);
  const setup = await setUpConnection(io, { environment, api: sim.origin, profile: undefined });
  const options = readWatchOptions(flags);
  const [simulator, control] = [undefined, undefined];
  const asked = { options, environment, setup, simulator, control, wantsReach: true };
  const answering = await openWatchAnswering(io, asked);
  const paths = locationsOf(environment);
  const request = { setup, paths, pid: process.pid, answerByHand: false, answering };
  const open = async () => {
    const watch = await openWatchSession(io, { ...request, options });
    onTestFinished(async () => {
      await watch.session.stop('test', 0);
      watch.close();
    });
    return watch;
  };
  const recorded = () => {
    const folder = path.join(home.stateDir, 'recordings');
    return readFileSync(path.join(folder, readdirSync(folder)[0] as string), 'utf8');
  };
  return { open, recorded };
}

describe('openWatchSession', () => {
  it('connects, and writes every event to the file before anybody is told', async () => {
    const { open, recorded } = await opening();
    const opened = sim.event('connection.opened');
    const watch = await open();
    expect(recorded()).toContain('"session.started"');
    await opened;
    watch.settleIn();
    await watch.session.stop('done', 0);
    const last = JSON.parse(recorded().trim().split('\n').at(-1) ?? '') as object;
    expect(last).toMatchObject({ type: 'session.ended', reason: 'done' });
    expect(watch.failure()).toBeUndefined();
  });

  it('ends the file properly when the rules cannot be used', async () => {
    const { open, recorded } = await opening({ rules: '/nonexistent.yaml' });
    await expect(open()).rejects.toMatchObject({ code: 'E1004' });
    expect(recorded()).toContain('"type":"session.ended","reason":"rules","exitCode":2');
  });

  it('does not fail for what ends after the run', async () => {
    const { open, recorded } = await opening();
    const watch = await open();
    await watch.session.stop('done', 0);
    watch.close();
    watch.log.append({ type: 'notice', level: 'info', key: 'notice.noRules', params: {} });
    watch.log.flush();
    expect(watch.failure()).toBeUndefined();
    expect(recorded().trim().split('\n').at(-1)).toContain('"session.ended"');
  });

  it('fails when the file can be written no more', async () => {
    const { open } = await opening();
    const watch = await open();
    watch.close();
    watch.log.append({ type: 'message.unanswered', msgId: 'm' });
    expect(await watch.failed).toMatchObject({ code: 'E1007' });
    expect(watch.failure()).toMatchObject({ code: 'E1007' });
  });
});
