/**
 * Where sources disagree, or a value is not published, there is a setting: name, default, meaning and
 * the section that explains it. `dtcard sim settings` prints this table.
 */
export interface SettingDefinition {
  readonly default: string | number | boolean;
  /** Allowed values; absent for numbers and booleans. */
  readonly values?: readonly string[];
  readonly meaning: string;
  /** The section of the notes the choice comes from, e.g. `card-openapi §2.9`. */
  readonly source: string;
}

export const settingDefinitions = {
  answerCardData: {
    default: 'everyone',
    values: ['everyone', 'clicker'],
    meaning: 'who sees the cardData of a callback answer',
    source: 'stream-protocol §6.4, Q5',
  },
  callbackDeadlineMs: {
    default: 2000,
    meaning: 'how long a card callback waits for its answer',
    source: 'stream-protocol §3.4',
  },
  ticketLifeMs: {
    default: 90_000,
    meaning: 'how long a gateway ticket may be used',
    source: 'stream-protocol §1.3',
  },
  connectionLimit: {
    default: 50,
    meaning: 'open connections per clientId',
    source: 'stream-protocol §2.5',
  },
} as const satisfies Record<string, SettingDefinition>;

export type SettingName = keyof typeof settingDefinitions;

type Value<D extends SettingDefinition> = D extends { readonly values: readonly (infer V)[] }
  ? V
  : D['default'] extends number
    ? number
    : D['default'] extends boolean
      ? boolean
      : string;

export type Settings = { readonly [N in SettingName]: Value<(typeof settingDefinitions)[N]> };

export function defaultSettings(): Settings {
  return Object.fromEntries(
    Object.entries(settingDefinitions).map(([name, definition]) => [name, definition.default]),
  ) as unknown as Settings;
}
