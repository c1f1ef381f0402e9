import type { CardCallbackResponse, CardParamMap } from '../protocol/card-callback.js';
import {
  answerLayers,
  type CardLayers,
  emptyLayers,
  type LayersUpdate,
  privateOf,
  publicOf,
  seenOf,
  updateLayers,
} from './card-layers.js';
import type { AnswerReach } from './event.js';

/** One answer to a tap, or one card update that came of it. */
export type AnswerEffectInput = {
  readonly outTrackId: string;
  /** Undefined: a card that was not sent from here. Nothing is invented for it. */
  readonly before: CardLayers | undefined;
  /** Who tapped. */
  readonly userId: string;
  readonly reach: AnswerReach;
  /** People known to look at the card. */
  readonly viewers: readonly string[];
} & (
  | { readonly as: 'answer'; readonly response: CardCallbackResponse }
  | { readonly as: 'update'; readonly update: LayersUpdate }
);

/** Who sees what of it. Printed as JSON (`watch --json --effects`), so names stay as they are. */
export interface AnswerEffect {
  readonly as: 'answer' | 'update';
  readonly outTrackId: string;
  /** Who tapped. */
  readonly userId: string;
  /** Whom its public data reaches; an update reaches everyone. */
  readonly reach: AnswerReach;
  /** An answer would have reached only the one who tapped. */
  readonly reachesMoreThanAnswer?: true;
  /** False: the card was not sent from here, so what it held before is not known. */
  readonly isBeforeKnown: boolean;
  /** Absent: not touched. With reach `clicker` as the one who tapped sees it. */
  readonly cardData?: DataEffect;
  /** Whose private data it touched. */
  readonly privateData: readonly (DataEffect & { readonly userId: string })[];
  /** Variables that lost their value because the map was replaced as a whole. */
  readonly emptied: readonly EmptiedVariable[];
  /** The one who tapped first. */
  readonly viewers: readonly ViewerEffect[];
  /** Everyone who is not among the viewers. */
  readonly others: Sight;
}

export interface DataEffect {
  /** What the flag did: absent or false replaces (stream-protocol §6.4, card-openapi §2.6). */
  readonly how: 'merged' | 'replaced';
  readonly option: 'updateCardDataByKey' | 'updatePrivateDataByKey';
  /** Changed ones first. */
  readonly variables: readonly VariableEffect[];
  /** Further variables that are not listed. */
  readonly more?: number;
}

/** `set`: given, and nobody knows what it was before. Long values are cut, with `…` at the end. */
export interface VariableEffect {
  readonly name: string;
  readonly is: 'changed' | 'added' | 'emptied' | 'set' | 'kept';
  readonly before?: string;
  readonly after?: string;
}

export interface EmptiedVariable {
  readonly name: string;
  /** Whose private variable it was; absent for public ones. */
  readonly userId?: string;
}

/** `unknown`: it reaches them, and whether anything changes cannot be told. */
export interface Sight {
  readonly sees: 'change' | 'nothing' | 'unknown';
  readonly because: SightReason;
}

/**
 * `public`: public data for everyone; `answered`: public data for the one who tapped; `private`: their
 * private data; `same`: it reaches them and leaves what they see as it was; `clicker-only`: the cardData
 * of an answer is for the one who tapped; `not-theirs`: only private data of somebody else was changed.
 */
export type SightReason =
  | 'public'
  | 'answered'
  | 'private'
  | 'same'
  | 'clicker-only'
  | 'not-theirs';

export interface ViewerEffect extends Sight {
  readonly userId: string;
  /** The variables whose value changes before their eyes. */
  readonly variables: readonly string[];
}

/** Most of each that are listed, and how long a value may be. */
const listedVariables = 200;
const listedViewers = 50;
const valueLength = 2000;

/** What one answer or update does to a card, in data (docs/events.md, callback.effect). */
export function answerEffect(input: AnswerEffectInput): AnswerEffect {
  const { outTrackId, userId, before = emptyLayers } = input;
  const isBeforeKnown = input.before !== undefined;
  const reach = input.as === 'update' ? 'everyone' : input.reach;
  const after =
    input.as === 'answer'
      ? answerLayers(before, userId, input.response, reach)
      : updateLayers(before, input.update);
  const touched = touchedBy(input);
  const { options } = touched;
  const clicker = reach === 'clicker' ? userId : undefined;
  const cardData = touched.isPublic
    ? dataEffect('updateCardDataByKey', options?.updateCardDataByKey === true, isBeforeKnown, [
        publicOf(before, clicker),
        publicOf(after, clicker),
      ])
    : undefined;
  const privateData = touched.privateOf.slice(0, listedViewers).map((whose) => ({
    userId: whose,
    ...dataEffect(
      'updatePrivateDataByKey',
      options?.updatePrivateDataByKey === true,
      isBeforeKnown,
      [privateOf(before, whose), privateOf(after, whose)],
    ),
  }));
  const sight = (whose: string | undefined) =>
    sightOf(whose, { before, after, isBeforeKnown, reach, userId, touched });
  const people = [...new Set([userId, ...touched.privateOf, ...input.viewers])];
  const { variables: _variables, ...others } = sight(undefined);
  return {
    as: input.as,
    outTrackId,
    userId,
    reach,
    ...(input.as === 'update' && input.reach === 'clicker' && touched.isPublic
      ? { reachesMoreThanAnswer: true }
      : {}),
    isBeforeKnown,
    ...(cardData && { cardData }),
    privateData,
    emptied: [
      ...emptied(publicOf(before, clicker), publicOf(after, clicker)).map((name) => ({ name })),
      ...privateData.flatMap((data) =>
        emptied(privateOf(before, data.userId), privateOf(after, data.userId)).map((name) => ({
          name,
          userId: data.userId,
        })),
      ),
    ].slice(0, listedVariables),
    viewers: people.slice(0, listedViewers).map((whose) => ({ userId: whose, ...sight(whose) })),
    others,
  };
}

/** The flags whose absence emptied variables; none when nothing became empty. */
export function emptyingOptions({
  emptied: gone,
}: Pick<AnswerEffect, 'emptied'>): readonly DataEffect['option'][] {
  const isOfOne = new Set(gone.map(({ userId }) => userId !== undefined));
  return [
    ...(isOfOne.has(false) ? (['updateCardDataByKey'] as const) : []),
    ...(isOfOne.has(true) ? (['updatePrivateDataByKey'] as const) : []),
  ];
}

interface Touched {
  readonly isPublic: boolean;
  readonly privateOf: readonly string[];
  readonly options: LayersUpdate['cardUpdateOptions'];
}

function touchedBy(input: AnswerEffectInput): Touched {
  if (input.as === 'update') {
    const { cardParamMap, privateData = {}, cardUpdateOptions: options } = input.update;
    return { isPublic: cardParamMap !== undefined, privateOf: Object.keys(privateData), options };
  }
  const { cardData, userPrivateData, cardUpdateOptions: options } = input.response;
  const privateOf = userPrivateData?.cardParamMap ? [input.userId] : [];
  return { isPublic: Boolean(cardData?.cardParamMap), privateOf, options };
}

function dataEffect(
  option: DataEffect['option'],
  byKey: boolean,
  isBeforeKnown: boolean,
  [before, after]: readonly [CardParamMap, CardParamMap],
): DataEffect {
  const all = variableEffects(before, after, isBeforeKnown);
  const more = all.length - listedVariables;
  return {
    how: byKey ? 'merged' : 'replaced',
    option,
    variables: all.slice(0, listedVariables),
    ...(more > 0 && { more }),
  };
}

function variableEffects(
  before: CardParamMap,
  after: CardParamMap,
  isBeforeKnown: boolean,
): readonly VariableEffect[] {
  const gone = Object.keys(before).filter((name) => !Object.hasOwn(after, name));
  const variables = [...Object.keys(after), ...gone].map((name): VariableEffect => {
    const was = valueIn(before, name);
    const is = valueIn(after, name);
    const values = {
      ...(was === undefined ? {} : { before: cut(was) }),
      ...(is === undefined ? {} : { after: cut(is) }),
    };
    if (!isBeforeKnown) return { name, is: 'set', ...values };
    if (was === undefined) return { name, is: 'added', ...values };
    if (is === undefined) return { name, is: was === '' ? 'kept' : 'emptied', ...values };
    return { name, is: was === is ? 'kept' : 'changed', ...values };
  });
  const isKept = ({ is }: VariableEffect) => is === 'kept';
  return [...variables.filter((one) => !isKept(one)), ...variables.filter(isKept)];
}

/** What was empty before cannot become so. */
function emptied(before: CardParamMap, after: CardParamMap): readonly string[] {
  if (before === after) return [];
  return Object.keys(before).filter((name) => before[name] !== '' && !Object.hasOwn(after, name));
}

interface Circumstances {
  readonly before: CardLayers;
  readonly after: CardLayers;
  readonly isBeforeKnown: boolean;
  readonly reach: AnswerReach;
  /** Who tapped. */
  readonly userId: string;
  readonly touched: Touched;
}

function sightOf(
  whose: string | undefined,
  given: Circumstances,
): Sight & { readonly variables: readonly string[] } {
  const { touched, reach } = given;
  const isClicker = whose !== undefined && whose === given.userId;
  const hasPublic = touched.isPublic && (reach === 'everyone' || isClicker);
  const hasPrivate = whose !== undefined && touched.privateOf.includes(whose);
  if (!hasPublic && !hasPrivate) {
    const because = touched.isPublic
      ? 'clicker-only'
      : touched.privateOf.length > 0
        ? 'not-theirs'
        : 'same';
    return { sees: 'nothing', because, variables: [] };
  }
  const because = hasPublic ? (reach === 'everyone' ? 'public' : 'answered') : 'private';
  if (!given.isBeforeKnown) return { sees: 'unknown', because, variables: [] };
  const variables = differences(seenOf(given.before, whose), seenOf(given.after, whose));
  if (variables.length === 0) return { sees: 'nothing', because: 'same', variables };
  const isPrivate =
    hasPrivate && isSame(publicOf(given.before, whose), publicOf(given.after, whose));
  return {
    sees: 'change',
    because: isPrivate ? 'private' : because,
    variables: variables.slice(0, listedVariables),
  };
}

/** A variable without a value and an empty one look the same. */
function differences(before: CardParamMap, after: CardParamMap): readonly string[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...names].filter(
    (name) => (valueIn(before, name) ?? '') !== (valueIn(after, name) ?? ''),
  );
}

function isSame(before: CardParamMap, after: CardParamMap): boolean {
  return before === after || differences(before, after).length === 0;
}

function valueIn(map: CardParamMap, name: string): string | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}

function cut(value: string): string {
  if (value.length <= valueLength) return value;
  return `${value.slice(0, valueLength).replace(/[\ud800-\udbff]$/, '')}…`;
}
