import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Directories of their own for programs under test; nothing of the person's is read or written. */
export interface ProgramHome {
  readonly root: string;
  readonly stateDir: string;
  readonly configDir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly remove: () => void;
}

export function createProgramHome(): ProgramHome {
  const root = mkdtempSync(path.join(os.tmpdir(), 'dtcard-test-'));
  const stateDir = path.join(root, 'state');
  const configDir = path.join(root, 'config');
  mkdirSync(stateDir);
  mkdirSync(configDir);
  return {
    root,
    stateDir,
    configDir,
    env: {
      DTCARD_STATE_DIR: stateDir,
      DTCARD_CONFIG_DIR: configDir,
      HOME: root,
      LANG: 'en_US.UTF-8',
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
