/** Credentials of one app, as `dtcard login` stores them. */
export interface Profile {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Only when it differs from the clientId (card-openapi §5.1). */
  readonly robotCode?: string;
  /** Marked by its owner as the app real users talk to. */
  readonly production: boolean;
  /** Checked against a simulator: it speaks to loopback origins without being named. */
  readonly simulator?: true;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

export type ReadProfile =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly problem: string };

export const defaultProfileName = 'default';

/** Letters, digits, `.`, `_` and `-`, 64 at most: it is also the name of a file. */
export function isProfileName(name: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$/.test(name);
}

/** Reads what a profile file holds. `problem` names the field and never its value. */
export function readProfile(value: unknown): ReadProfile {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return damaged('is not a JSON object');
  }
  const fields = value as Readonly<Record<string, unknown>>;
  const { clientId, clientSecret, robotCode, production, simulator, createdAt } = fields;
  if (!isText(clientId)) return damaged('clientId is missing or not text');
  if (!isText(clientSecret)) return damaged('clientSecret is missing or not text');
  if (robotCode !== undefined && !isText(robotCode)) return damaged('robotCode is not text');
  if (production !== undefined && typeof production !== 'boolean') {
    return damaged('production is not true or false');
  }
  if (simulator !== undefined && typeof simulator !== 'boolean') {
    return damaged('simulator is not true or false');
  }
  if (createdAt !== undefined && !Number.isFinite(createdAt)) {
    return damaged('createdAt is not a number');
  }
  return {
    ok: true,
    profile: {
      clientId,
      clientSecret,
      ...(robotCode === undefined ? {} : { robotCode }),
      production: production ?? false,
      ...(simulator === true ? { simulator } : {}),
      createdAt: typeof createdAt === 'number' ? createdAt : 0,
    },
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function damaged(problem: string): ReadProfile {
  return { ok: false, problem };
}
