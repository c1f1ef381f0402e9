import { describe, expect, it, onTestFinished } from 'vitest';
import { locationsOf, runningEntriesOf } from '../../src/cli/locations.js';
import { simTarget } from '../../src/cli/sim-target.js';
import { readEnvironment } from '../../src/config/environment.js';
import { createProgramHome } from '../support/program-home.js';
import { createTestIo } from '../support/run-in-process.js';

function target(flags: { api?: string }, env: Record<string, string> = {}) {
  const home = createProgramHome();
  onTestFinished(home.remove);
  runningEntriesOf(locationsOf(readEnvironment(home.env))).announce({
    kind: 'simulator',
    pid: process.pid,
    origin: 'http://127.0.0.1:1111',
    clientId: 'd',
    startedAtMs: 1,
  });
  return simTarget(createTestIo({ home, env }), flags).origin;
}

describe('simTarget', () => {
  it('is what --api names, else DTCARD_API, else the simulator that runs', () => {
    const env = { DTCARD_API: 'http://127.0.0.1:2222' };
    expect(target({ api: 'http://127.0.0.1:3333' }, env)).toBe('http://127.0.0.1:3333');
    expect(target({}, env)).toBe('http://127.0.0.1:2222');
    expect(target({})).toBe('http://127.0.0.1:1111');
  });
});
