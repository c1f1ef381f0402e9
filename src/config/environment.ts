/** What the environment says: the one place where `process.env` is read. Empty values count as absent. */
export interface Environment {
  /** `DTCARD_API`: one origin to talk to instead of DingTalk. */
  readonly api: string | undefined;
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  readonly profile: string | undefined;
  /** `DTCARD_FORWARD_SECRET`: what callbacks to a service of one's own are signed with. */
  readonly forwardSecret: string | undefined;
  readonly configDir: string | undefined;
  readonly stateDir: string | undefined;
  readonly xdgConfigHome: string | undefined;
  readonly xdgStateHome: string | undefined;
  readonly appData: string | undefined;
  readonly localAppData: string | undefined;
  readonly home: string | undefined;
  /** `HTTP_PROXY`, `HTTPS_PROXY`, `NO_PROXY` in either case; the lower-case name wins. */
  readonly httpProxy: string | undefined;
  readonly httpsProxy: string | undefined;
  readonly noProxy: string | undefined;
  /** `LC_ALL`, else `LC_MESSAGES`, else `LANG`. */
  readonly locale: string | undefined;
  /** `NO_COLOR` is set to anything but nothing (no-color.org). */
  readonly noColor: boolean;
  readonly forceColor: string | undefined;
  readonly term: string | undefined;
  readonly colorTerm: string | undefined;
  readonly isCi: boolean;
  readonly editor: string | undefined;
}

export type RawEnvironment = Readonly<Record<string, string | undefined>>;

export function readEnvironment(env: RawEnvironment = process.env): Environment {
  const read = (...names: readonly string[]) => {
    for (const name of names) {
      const value = env[name];
      if (value !== undefined && value.trim() !== '') return value;
    }
    return undefined;
  };
  return {
    api: read('DTCARD_API')?.trim(),
    // Copied from a web page, ids and secrets come with blanks and line ends around them.
    clientId: read('DTCARD_CLIENT_ID')?.trim(),
    clientSecret: read('DTCARD_CLIENT_SECRET')?.trim(),
    profile: read('DTCARD_PROFILE')?.trim(),
    forwardSecret: read('DTCARD_FORWARD_SECRET')?.trim(),
    configDir: read('DTCARD_CONFIG_DIR'),
    stateDir: read('DTCARD_STATE_DIR'),
    xdgConfigHome: read('XDG_CONFIG_HOME'),
    xdgStateHome: read('XDG_STATE_HOME'),
    appData: read('APPDATA'),
    localAppData: read('LOCALAPPDATA'),
    home: read('HOME', 'USERPROFILE'),
    httpProxy: read('http_proxy', 'HTTP_PROXY'),
    httpsProxy: read('https_proxy', 'HTTPS_PROXY'),
    noProxy: read('no_proxy', 'NO_PROXY'),
    locale: read('LC_ALL', 'LC_MESSAGES', 'LANG'),
    noColor: read('NO_COLOR') !== undefined,
    forceColor: read('FORCE_COLOR'),
    term: read('TERM'),
    colorTerm: read('COLORTERM'),
    // `CI=false` is how people switch it off.
    isCi: !['false', '0', undefined].includes(read('CI')?.toLowerCase()),
    editor: read('VISUAL', 'EDITOR'),
  };
}

export function platformName(): NodeJS.Platform {
  return process.platform;
}
