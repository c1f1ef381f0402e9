import path from 'node:path';
import type { Environment } from './environment.js';

export interface Paths {
  /** Holds profiles: secrets, mode 0700. */
  readonly configDir: string;
  /** Holds recordings and logs. */
  readonly stateDir: string;
}

type PathSource = Pick<
  Environment,
  'configDir' | 'stateDir' | 'xdgConfigHome' | 'xdgStateHome' | 'appData' | 'localAppData' | 'home'
>;

/**
 * Where files go: what `DTCARD_CONFIG_DIR` and `DTCARD_STATE_DIR` say, else the custom of the system
 * (XDG directories, `~/Library`, `%APPDATA%`).
 * @param homedir used when the environment names no home
 */
export function resolvePaths(
  environment: PathSource,
  platform: NodeJS.Platform,
  homedir: string,
): Paths {
  const defaults = defaultPaths(environment, platform, environment.home ?? homedir);
  return {
    configDir: environment.configDir ?? defaults.configDir,
    stateDir: environment.stateDir ?? defaults.stateDir,
  };
}

function defaultPaths(environment: PathSource, platform: NodeJS.Platform, home: string): Paths {
  if (platform === 'win32') {
    const appData = path.win32.join(home, 'AppData');
    const roaming = environment.appData ?? path.win32.join(appData, 'Roaming');
    const local = environment.localAppData ?? path.win32.join(appData, 'Local');
    return {
      configDir: path.win32.join(roaming, 'dtcard'),
      stateDir: path.win32.join(local, 'dtcard'),
    };
  }
  const join = (...parts: string[]) => path.posix.join(...parts);
  const xdgConfig = absolute(environment.xdgConfigHome);
  const xdgState = absolute(environment.xdgStateHome);
  if (platform === 'darwin') {
    const library = join(home, 'Library');
    return {
      configDir: join(xdgConfig ?? join(library, 'Application Support'), 'dtcard'),
      stateDir: join(xdgState ?? join(library, 'Logs'), 'dtcard'),
    };
  }
  return {
    configDir: join(xdgConfig ?? join(home, '.config'), 'dtcard'),
    stateDir: join(xdgState ?? join(home, '.local', 'state'), 'dtcard'),
  };
}

/** The XDG specification: relative paths are invalid and to be ignored. */
function absolute(directory: string | undefined): string | undefined {
  return directory !== undefined && path.posix.isAbsolute(directory) ? directory : undefined;
}
