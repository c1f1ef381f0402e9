import { type AnswerEffect, type AnswerEffectInput, answerEffect } from './answer-effect.js';
import { createCardsProjection } from './cards.js';
import { dropOldest } from './drop-oldest.js';
import type { AnswerReach, DtcardEvent, EventOf } from './event.js';
import type { Projection } from './event-log.js';

/** An effect and the event it belongs to. */
export interface EffectEntry {
  readonly exchangeId: string;
  /** Of the `callback.answered` or `card.updated` it tells of. */
  readonly seq: number;
  readonly atMs: number;
  readonly effect: AnswerEffect;
}

export interface EffectsView {
  /** What the answer of a callback did, then each update that came of it. */
  of(exchangeId: string): readonly EffectEntry[];
  /** That of the event folded last; undefined when it had none. */
  readonly last: EffectEntry | undefined;
  /** Callbacks that have effects. */
  readonly size: number;
}

/** Updates kept per callback. */
const entryLimit = 100;
/** People remembered per card because they tapped it. */
const tapperLimit = 20;

/** @param capacity callbacks, and cards, that are kept; the oldest are forgotten first */
export function createEffectsProjection(capacity = 1000): Projection<EffectsView> {
  const cards = createCardsProjection(capacity);
  const taps = new Map<string, { readonly outTrackId: string; readonly userId: string }>();
  const tappers = new Map<string, ReadonlySet<string>>();
  const effects = new Map<string, readonly EffectEntry[]>();
  let reach: AnswerReach = 'everyone';
  let last: EffectEntry | undefined;
  let version = 0;

  function tapped(
    exchangeId: string,
    { outTrackId, userId }: { readonly outTrackId: string; readonly userId: string },
  ): void {
    taps.set(exchangeId, { outTrackId, userId });
    const known = tappers.get(outTrackId) ?? new Set();
    tappers.delete(outTrackId);
    tappers.set(outTrackId, new Set([...[...known].slice(1 - tapperLimit), userId]));
    dropOldest(taps, capacity);
    dropOldest(tappers, capacity);
  }

  function inputOf(
    event: EventOf<'callback.answered'> | EventOf<'card.updated'>,
    tap: { readonly outTrackId: string; readonly userId: string },
  ): AnswerEffectInput | undefined {
    const { userId } = tap;
    const outTrackId = event.type === 'card.updated' ? event.outTrackId : tap.outTrackId;
    const before = cards.read().get(outTrackId);
    const tapped = tappers.get(outTrackId) ?? [];
    const known = {
      outTrackId,
      before,
      userId,
      reach,
      // Of a card that thousands touched, asked only when somebody looks.
      get viewers() {
        const own = [...(before?.seenBy.keys() ?? []), ...Object.keys(before?.privateData ?? {})];
        return [...new Set([...own, ...tapped])];
      },
    };
    if (event.type === 'card.updated')
      return Object.assign(known, { as: 'update', update: event } as const);
    const { response, sent, code } = event;
    // What an answer with another code does is not known, and an unsent one does nothing.
    if (!response || !sent || code !== 200) return undefined;
    return Object.assign(known, { as: 'answer', response } as const);
  }

  function note(
    exchangeId: string,
    { seq, atMs }: DtcardEvent,
    input: AnswerEffectInput | undefined,
  ): void {
    if (!input) return;
    const entry = entryOf({ exchangeId, seq, atMs }, input);
    const before = effects.get(exchangeId) ?? [];
    effects.set(exchangeId, [...before.slice(1 - entryLimit), entry]);
    dropOldest(effects, capacity);
    last = entry;
    version++;
  }

  /** Why an update was made; its callback may be long gone, or be that of another run. */
  function tapOf(exchangeId: string | undefined) {
    return exchangeId === undefined ? undefined : taps.get(exchangeId);
  }

  const view: EffectsView = {
    of: (exchangeId) => effects.get(exchangeId) ?? [],
    get last() {
      return last;
    },
    get size() {
      return effects.size;
    },
  };

  return {
    get version() {
      return version;
    },
    read: () => view,
    apply(event) {
      last = undefined;
      switch (event.type) {
        case 'session.started':
          reach = event.answerReach ?? 'everyone';
          break;
        case 'callback.received':
        case 'callback.restored':
          tapped(event.exchangeId, event.callback);
          break;
        case 'callback.answered': {
          const tap = tapOf(event.exchangeId);
          // A repeated answer arrives after the card has changed already.
          const isRepeated = effects.get(event.exchangeId)?.[0]?.effect.as === 'answer';
          if (tap && !isRepeated) note(event.exchangeId, event, inputOf(event, tap));
          break;
        }
        case 'card.updated': {
          const { exchangeId } = event.because;
          const tap = tapOf(exchangeId);
          if (tap && exchangeId !== undefined) note(exchangeId, event, inputOf(event, tap));
          break;
        }
        default:
      }
      cards.apply(event);
    },
  };
}

/** Worked out when somebody looks: data before a change is never changed itself, so it can wait. */
function entryOf(
  place: Pick<EffectEntry, 'exchangeId' | 'seq' | 'atMs'>,
  input: AnswerEffectInput,
): EffectEntry {
  let effect: AnswerEffect | undefined;
  return {
    ...place,
    get effect() {
      effect ??= answerEffect(input);
      return effect;
    },
  };
}
