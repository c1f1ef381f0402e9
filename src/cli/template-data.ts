import { DtcardError } from '../base/errors.js';
import type { JsonObject } from '../base/json-text.js';
import { type CardData, noData, type ParamMap } from '../card/card-data.js';
import { decodeParamMap } from '../card/data/decode-data.js';
import { encodeValues } from '../card/data/encode-data.js';
import { mockParams } from '../card/data/mock-data.js';
import { readNaturalData, readPrivateData } from './natural-data.js';
import type { ProgramIo } from './program-io.js';
import type { NamedTemplate } from './template-argument.js';

export interface TemplateDataFlags {
  readonly data?: string;
  readonly privateData?: string;
  readonly viewer?: string;
  readonly mock?: boolean;
  readonly empty?: boolean;
}

/** What a template is drawn or checked with, as it would be sent. */
export interface TemplateData {
  readonly source: 'given' | 'project' | 'mock' | 'none';
  readonly cardParamMap: ParamMap;
  /** By userId; the mock data's private part is that of the viewer. */
  readonly privateData: Readonly<Record<string, ParamMap>>;
  /** Whose private data is looked at; the only user there is when nobody was named. */
  readonly viewer: string | undefined;
  /** Names whose value was no text and became one. */
  readonly encoded: readonly string[];
}

/** Stands for anybody, where nobody was named. */
const anybody = 'viewer';

/**
 * The data a command is to work with: what `--data` gives on top of what the project says, else the
 * project's alone, else the template's own preview data.
 * @throws DtcardError E1001 for flags that exclude each other, E1003, E1004
 */
export async function readTemplateData(
  io: ProgramIo,
  named: NamedTemplate,
  flags: TemplateDataFlags,
): Promise<TemplateData> {
  refuseContradictions(flags);
  const { template } = named;
  if (flags.empty) return data('none', {}, {}, flags.viewer);
  const isGiven = flags.data !== undefined || flags.privateData !== undefined;
  const ofProject = [named.data, named.privateData].some((part) => Object.keys(part).length > 0);
  if (flags.mock || !(isGiven || ofProject)) {
    const { cardParamMap, privateParamMap } = mockParams(template);
    const viewer = flags.viewer ?? anybody;
    return data('mock', cardParamMap, { [viewer]: privateParamMap }, viewer);
  }
  const given = flags.data === undefined ? {} : await readNaturalData(io, flags.data);
  const givenPrivate =
    flags.privateData === undefined ? {} : await readPrivateData(io, flags.privateData);
  const publicValues = encodeValues(template, { ...named.data, ...given });
  const encoded = [...publicValues.encoded];
  const privateData: Record<string, ParamMap> = {};
  for (const [userId, values] of usersOf(named.privateData, givenPrivate)) {
    const one = encodeValues(template, values, `privateData.${userId}`);
    encoded.push(...one.encoded.map((name) => `${userId}.${name}`));
    privateData[userId] = one.map;
  }
  const source = isGiven ? 'given' : 'project';
  return { ...data(source, publicValues.map, privateData, flags.viewer), encoded };
}

/** What one viewer's client makes of it. */
export function cardDataOf(
  { template }: Pick<NamedTemplate, 'template'>,
  { cardParamMap, privateData, viewer }: TemplateData,
): CardData {
  const own =
    viewer !== undefined && Object.hasOwn(privateData, viewer) ? privateData[viewer] : undefined;
  return {
    ...noData,
    cardData: decodeParamMap(template.variables, cardParamMap),
    cardPrivateData: decodeParamMap(template.variables, own ?? {}),
  };
}

/** Values of both, user by user; the later ones win. */
export function usersOf(
  ...all: readonly Readonly<Record<string, JsonObject>>[]
): readonly [string, JsonObject][] {
  const users = new Map<string, JsonObject>();
  for (const byUser of all) {
    for (const [userId, values] of Object.entries(byUser)) {
      users.set(userId, { ...users.get(userId), ...values });
    }
  }
  return [...users];
}

function data(
  source: TemplateData['source'],
  cardParamMap: ParamMap,
  privateData: Readonly<Record<string, ParamMap>>,
  named: string | undefined,
): TemplateData {
  const users = Object.keys(privateData);
  const viewer = named ?? (users.length === 1 ? users[0] : undefined);
  return { source, cardParamMap, privateData, viewer, encoded: [] };
}

function refuseContradictions(flags: TemplateDataFlags): void {
  const given = (
    [
      ['--mock', flags.mock],
      ['--empty', flags.empty],
      ['--data', flags.data],
      ['--private-data', flags.privateData],
    ] as const
  ).filter(([, value]) => value !== undefined && value !== false);
  const [first, second] = given.map(([name]) => name);
  if (second === undefined || first === '--data') return;
  throw new DtcardError('E1001', { params: { reason: 'exclusive', first: first ?? '', second } });
}
