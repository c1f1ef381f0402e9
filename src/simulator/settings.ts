import { nearestWord } from '../base/nearest-word.js';
import { cardSettingDefinitions } from '../card/card-settings.js';

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
  unknownTemplate: {
    default: 'accept',
    values: ['accept', 'refuse'],
    meaning: 'a well-formed <uuid>.schema the simulator has no file for',
    source: 'card-openapi §3.6, §8 item 44',
  },
  draftTemplate: {
    default: 'refuse',
    values: ['accept', 'refuse'],
    meaning: 'a template that is known but not published',
    source: 'card-openapi §9 no. 8',
  },
  duplicateOutTrackId: {
    default: 'ignore',
    values: ['ignore', 'refuse'],
    meaning:
      'creating a card that exists: succeed and keep the old data, or param.cardAlreadyExist',
    source: 'card-openapi §2.9',
  },
  duplicateDelivery: {
    default: 'once',
    values: ['once', 'again'],
    meaning: 'createAndDeliver of a card that exists, to a place where it was delivered before',
    source: 'card-openapi §2.9 (unpublished)',
  },
  nonStringValue: {
    default: 'stringify',
    values: ['stringify', 'refuse'],
    meaning: 'a cardParamMap value that is not a string',
    source: 'card-openapi §3.1',
  },
  emptyCardParamMap: {
    default: 'accept',
    values: ['accept', 'refuse'],
    meaning: 'a cardParamMap without keys in a create or update',
    source: 'card-openapi §3.4, §8 item 43',
  },
  oversizedCard: {
    default: 'accept',
    values: ['accept', 'refuse'],
    meaning: 'a card of more than 100 KB, public and private data together',
    source: 'card-openapi §3.3',
  },
  streamAfterFinalize: {
    default: 'ignore',
    values: ['ignore', 'refuse'],
    meaning:
      'a streaming frame after isFinalize or isError: succeed without effect, or 500 unknownError',
    source: 'card-openapi §4',
  },
  emptyStreamContent: {
    default: 'accept',
    values: ['accept', 'refuse'],
    meaning: 'content "" in a streaming frame: legal, or param.stream.contentEmpty',
    source: 'card-openapi §9 no. 4',
  },
  absentIsFull: {
    default: 'append',
    values: ['append', 'refuse'],
    meaning: 'a streaming frame without isFull: append, or param.stream.isFull',
    source: 'card-openapi §9 no. 5',
  },
  streamIntervalMs: {
    default: 0,
    meaning: 'frames of one card closer than this are refused as too frequent; 0 = off',
    source: 'card-openapi §1.7',
  },
  bareAnswer: {
    default: 'ignore',
    values: ['ignore', 'apply'],
    meaning: 'a callback answer without the response wrapper',
    source: 'stream-protocol §3.3',
  },
  qpsLimit: {
    default: 20,
    meaning: 'calls per second of one app to one API; 0 = off',
    source: 'card-openapi §1.7',
  },
  tokenLifeMs: {
    default: 7_200_000,
    meaning: 'how long an access token is valid after it was last asked for',
    source: 'card-openapi §1.1',
  },
  ipNotInWhiteList: {
    default: false,
    meaning: 'behave as if the caller were not in the IP list of the app',
    source: 'card-openapi §1.6 G4',
  },
  monthlyQuotaUsed: {
    default: false,
    meaning: 'behave as if the API calls of the month were used up',
    source: 'card-openapi §1.6 G9',
  },
  unknownApiStatus: {
    default: '404',
    values: ['404', '403'],
    meaning: 'HTTP status of InvalidAction.NotFound',
    source: 'card-openapi §1.6 G14',
  },
  bodyLimitBytes: {
    default: 1_048_576,
    meaning: 'a larger request body gets the HTML page of the front server, status 413',
    source: 'unpublished',
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
  callbackSpaceType: {
    default: 'IM',
    values: ['IM', 'im', 'IM_GROUP'],
    meaning: 'spaceType in card callbacks',
    source: 'stream-protocol §6.1, Q15',
  },
  pingIntervalMs: {
    default: 30_000,
    meaning: 'how often each connection gets a SYSTEM ping; 0 = off',
    source: 'stream-protocol Q14',
  },
  disconnectCloseMs: {
    default: 10_000,
    meaning: 'time between a disconnect frame and the close of the connection',
    source: 'stream-protocol §2.3',
  },
  legacySystemFrames: {
    default: false,
    meaning: 'greet a connection with the SYSTEM frames CONNECTED and REGISTERED',
    source: 'stream-protocol §2.2, Q9',
  },
  redeliverAfterMs: {
    default: 0,
    meaning: 'push messages and card callbacks again that got no answer for this long; 0 = off',
    source: 'stream-protocol §3.4, Q1',
  },
  redeliverMessageId: {
    default: 'new',
    values: ['new', 'same'],
    meaning: 'messageId of a push that is sent again',
    source: 'stream-protocol §3.4, Q7',
  },
  deliverTwice: {
    default: 'no',
    values: ['no', 'same', 'new'],
    meaning:
      'deliver each message and card callback twice at once, the copy with the same messageId or a new one; what is answered to a new one changes nothing',
    source: 'stream-protocol §3.4, Q7',
  },
  eventRedeliverAfterMs: {
    default: 60_000,
    meaning: 'time until an EVENT answered with LATER, or not at all, is sent again; 0 = never',
    source: 'stream-protocol §3.4, Q12',
  },
  redeliverLimit: {
    default: 3,
    meaning: 'how often one push is sent again at most',
    source: 'stream-protocol Q12',
  },
  connectionLimit: {
    default: 50,
    meaning: 'open connections per clientId',
    source: 'stream-protocol §2.5',
  },
  ...cardSettingDefinitions,
} as const satisfies Record<string, SettingDefinition>;

type SettingName = keyof typeof settingDefinitions;

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

export type ParsedSetting =
  | { readonly ok: true; readonly name: SettingName; readonly value: Settings[SettingName] }
  | { readonly ok: false; readonly problem: string; readonly nearest?: SettingName };

/** Reads `name` and its value as text, as given on the command line or to the control API. */
export function parseSetting(name: string, text: string): ParsedSetting {
  if (!isSettingName(name)) {
    const nearest = nearestWord(name, Object.keys(settingDefinitions)) as SettingName | undefined;
    const guess = nearest ? `; did you mean ${nearest}?` : '';
    return {
      ok: false,
      problem: `no setting is called ${name}${guess}`,
      ...(nearest && { nearest }),
    };
  }
  const definition: SettingDefinition = settingDefinitions[name];
  const value = readValue(definition, text.trim());
  if (value === undefined) {
    return { ok: false, problem: `${name} is ${expected(definition)}, not ${text}` };
  }
  return { ok: true, name, value: value as Settings[SettingName] };
}

function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(settingDefinitions, name);
}

function readValue(definition: SettingDefinition, text: string) {
  if (typeof definition.default === 'boolean') {
    return text === 'true' ? true : text === 'false' ? false : undefined;
  }
  if (typeof definition.default === 'number') {
    const value = Number(text);
    return /^\d+$/.test(text) && Number.isSafeInteger(value) ? value : undefined;
  }
  return definition.values === undefined || definition.values.includes(text) ? text : undefined;
}

function expected(definition: SettingDefinition): string {
  if (typeof definition.default === 'boolean') return 'true or false';
  if (typeof definition.default === 'number') return 'a whole number of 0 or more';
  return (definition.values ?? []).join(' or ');
}
