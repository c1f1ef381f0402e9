import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../../src/config/environment.js';
import { resolvePaths } from '../../src/config/paths.js';

function paths(platform: NodeJS.Platform, env: Record<string, string> = {}, home = '/home/me') {
  return resolvePaths(readEnvironment(env), platform, home);
}

describe('resolvePaths', () => {
  it.each([
    ['linux', '/home/me/.config/dtcard', '/home/me/.local/state/dtcard'],
    ['freebsd', '/home/me/.config/dtcard', '/home/me/.local/state/dtcard'],
    ['darwin', '/home/me/Library/Application Support/dtcard', '/home/me/Library/Logs/dtcard'],
  ] as const)('follows the custom of %s', (platform, configDir, stateDir) => {
    expect(paths(platform)).toEqual({ configDir, stateDir });
  });

  it('follows the custom of Windows', () => {
    const env = { APPDATA: 'C:\\Users\\me\\Roaming', LOCALAPPDATA: 'C:\\Users\\me\\Local' };
    expect(paths('win32', env)).toEqual({
      configDir: 'C:\\Users\\me\\Roaming\\dtcard',
      stateDir: 'C:\\Users\\me\\Local\\dtcard',
    });
    expect(paths('win32', { USERPROFILE: 'C:\\Users\\me' })).toEqual({
      configDir: 'C:\\Users\\me\\AppData\\Roaming\\dtcard',
      stateDir: 'C:\\Users\\me\\AppData\\Local\\dtcard',
    });
  });

  it('honours XDG directories, but not relative ones', () => {
    expect(paths('linux', { XDG_CONFIG_HOME: '/x/c', XDG_STATE_HOME: '/x/s' })).toEqual({
      configDir: '/x/c/dtcard',
      stateDir: '/x/s/dtcard',
    });
    expect(paths('linux', { XDG_CONFIG_HOME: 'c', XDG_STATE_HOME: './s' })).toEqual(paths('linux'));
    expect(paths('darwin', { XDG_CONFIG_HOME: '/x/c' }).configDir).toBe('/x/c/dtcard');
  });

  it('lets dtcard’s own variables win, as they are', () => {
    const env = { DTCARD_CONFIG_DIR: '/a', DTCARD_STATE_DIR: '/b', XDG_CONFIG_HOME: '/x' };
    expect(paths('linux', env)).toEqual({ configDir: '/a', stateDir: '/b' });
    expect(paths('win32', env)).toEqual({ configDir: '/a', stateDir: '/b' });
  });

  it('prefers HOME to the account’s home directory', () => {
    expect(paths('linux', { HOME: '/elsewhere' }).configDir).toBe('/elsewhere/.config/dtcard');
  });
});
