import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json-text.js';
import { nearestWord } from '../../base/nearest-word.js';
import { type Finding, findingOf } from '../finding.js';
import type { CardTemplate } from '../template/card-template.js';
import { kindOf, lintData } from './lint-data.js';
import { lintMap } from './lint-sizes.js';

/**
 * The answer to a tap as somebody wrote it, before it is sent: the bare object, without `response`
 * around it (stream-protocol §6.4). Names that DingTalk ignores in silence are told, above all the
 * three spellings of the private data; `null` and `{}` acknowledge and are fine.
 *
 * @param userId stands for whoever taps in findings about private data
 */
export function lintAnswer(
  response: JsonValue,
  template?: CardTemplate,
  userId = 'userId',
): readonly Finding[] {
  if (response === null) return [];
  if (!isJsonObject(response)) return [unusable('response', response)];
  const inner = response['response'];
  const isWrapped = isJsonObject(inner) && !partNames.some((name) => Object.hasOwn(response, name));
  if (isWrapped) {
    const inside = lintParts(inner, template, userId).slice(0, mostFindings - 1);
    return [findingOf('D177', 'response'), ...inside.map(moved('', 'response.'))];
  }
  return lintParts(response, template, userId).slice(0, mostFindings);
}

/** Who writes so much wrong reads no further. */
const mostFindings = 200;

const partNames = ['cardUpdateOptions', 'cardData', 'userPrivateData'] as const;
const optionNames = ['updateCardDataByKey', 'updatePrivateDataByKey'] as const;

/** `privateData` is the name in the update API, `privateCardData` the one before `userPrivateData`. */
const misnamed: readonly string[] = ['privateData', 'privateCardData'];

/** Where a name belongs that stands somewhere else. */
const places: Readonly<Record<string, string>> = {
  updateCardDataByKey: 'cardUpdateOptions',
  updatePrivateDataByKey: 'cardUpdateOptions',
  cardParamMap: 'cardData',
  cardUpdateOptions: 'response',
  cardData: 'response',
  userPrivateData: 'response',
};

function lintParts(
  body: JsonObject,
  template: CardTemplate | undefined,
  userId: string,
): readonly Finding[] {
  return [
    ...lintAnswerShape(body),
    ...(['cardData', 'userPrivateData'] as const).flatMap((name) => {
      const holder = body[name];
      const map = isJsonObject(holder) ? holder['cardParamMap'] : undefined;
      if (!isJsonObject(map)) return [];
      return [
        ...lintValues(name, map, template, userId),
        ...lintReplaced(name, map, body['cardUpdateOptions'], template),
      ];
    }),
  ];
}

/** Names and places only: what an answer is made of, whatever its variables hold. */
export function lintAnswerShape(body: JsonObject): readonly Finding[] {
  // Many Node samples answer with it beside the rest; it does nothing and does no harm.
  const names = Object.keys(body).filter((name) => name !== 'success' && !isPart(name));
  return [
    ...names.map((name) =>
      name === 'response' ? findingOf('D177', name) : strange(name, '', partNames),
    ),
    ...lintOptions(body['cardUpdateOptions']),
    ...lintHolder('cardData', body['cardData']),
    ...lintHolder('userPrivateData', body['userPrivateData']),
  ];
}

function isPart(name: string): boolean {
  return partNames.some((part) => part === name);
}

/** A name that means nothing where it stands. */
function strange(name: string, where: string, known: readonly string[]): Finding {
  const path = `${where}${name}`;
  if (misnamed.includes(name)) return findingOf('D170', path, { name });
  const place = Object.hasOwn(places, name) ? places[name] : undefined;
  if (place !== undefined) return findingOf('D175', path, { name, place });
  return findingOf('D172', path, { name, nearest: nearestWord(name, known) ?? '' });
}

function lintOptions(options: JsonValue | undefined): readonly Finding[] {
  if (options === undefined || options === null) return [];
  if (!isJsonObject(options)) return [unusable('cardUpdateOptions', options)];
  return Object.entries(options).flatMap(([name, value]) => {
    if (!optionNames.some((option) => option === name)) {
      return [strange(name, 'cardUpdateOptions.', optionNames)];
    }
    if (typeof value === 'boolean' || value === null) return [];
    return [findingOf('D176', `cardUpdateOptions.${name}`, { name, type: kindOf(value) })];
  });
}

function lintHolder(name: string, holder: JsonValue | undefined): readonly Finding[] {
  if (holder === undefined || holder === null) return [];
  if (!isJsonObject(holder)) return [unusable(name, holder)];
  const map = holder['cardParamMap'];
  if (map === undefined || map === null) return lintMapless(name, holder);
  const beside = Object.keys(holder).filter((key) => key !== 'cardParamMap');
  return [
    ...(isJsonObject(map) ? [] : [unusable(`${name}.cardParamMap`, map)]),
    ...beside.map((key) => strange(key, `${name}.`, ['cardParamMap'])),
  ];
}

/** Without its map a part changes nothing; the map may have been put one level too high or too low. */
function lintMapless(name: string, holder: JsonObject): readonly Finding[] {
  const keys = Object.keys(holder);
  if (keys.length === 0) return [];
  const keyed = keys.find((key) => {
    const value = holder[key];
    return isJsonObject(value) && Object.hasOwn(value, 'cardParamMap');
  });
  if (keyed !== undefined && !Object.hasOwn(places, keyed)) {
    return [findingOf('D174', `${name}.${keyed}`, { name, key: keyed })];
  }
  const misplaced = keys.filter((key) => Object.hasOwn(places, key) || misnamed.includes(key));
  if (misplaced.length > 0) return misplaced.map((key) => strange(key, `${name}.`, []));
  return [findingOf('D173', name, { name })];
}

function lintValues(
  name: 'cardData' | 'userPrivateData',
  map: JsonObject,
  template: CardTemplate | undefined,
  userId: string,
): readonly Finding[] {
  const where = `${name}.cardParamMap`;
  if (!template) {
    const wrong = Object.entries(map).flatMap(([key, value]) =>
      typeof value === 'string'
        ? []
        : [findingOf('D101', `${where}.${key}`, { name: key, type: kindOf(value) })],
    );
    return [...wrong, ...lintMap(map, where)];
  }
  if (name === 'cardData') {
    const findings = lintData(template, { cardParamMap: map, isPartial: true });
    return findings.map(moved('', 'cardData.'));
  }
  const privateData = { [userId]: map };
  const findings = lintData(template, { cardParamMap: {}, privateData, isPartial: true });
  return findings.map(moved(`privateData.${userId}`, where));
}

/** The default replaces the whole map: what it does not name is gone (card-openapi §2.6). */
function lintReplaced(
  name: 'cardData' | 'userPrivateData',
  map: JsonObject,
  options: JsonValue | undefined,
  template: CardTemplate | undefined,
): readonly Finding[] {
  const isPrivate = name === 'userPrivateData';
  const option = isPrivate ? 'updatePrivateDataByKey' : 'updateCardDataByKey';
  if (!template || (isJsonObject(options) && options[option] === true)) return [];
  const lost = template.variables.filter(
    (variable) => variable.private === isPrivate && !Object.hasOwn(map, variable.name),
  );
  if (lost.length === 0) return [];
  const names = lost.slice(0, 5).map((variable) => variable.name);
  const list = lost.length > names.length ? [...names, '…'] : names;
  return [findingOf('D178', `${name}.cardParamMap`, { name, option, names: list.join(', ') })];
}

function unusable(name: string, value: JsonValue): Finding {
  return findingOf('D171', name, { name, type: kindOf(value) });
}

function moved(from: string, to: string): (finding: Finding) => Finding {
  return (finding) =>
    finding.path.startsWith(from)
      ? { ...finding, path: `${to}${finding.path.slice(from.length)}` }
      : finding;
}
