import type { DtcardEvent, SplitEvent } from './event.js';

export type SplitFinding = Pick<SplitEvent, 'sign' | 'params'>;

/**
 * Reads the events of a run for signs that another process on the same client id takes part of the
 * pushes. Nothing of this is proof: the platform tells nobody who else is connected.
 */
export interface SplitSigns {
  /** @returns a sign, each time it shows */
  look(event: DtcardEvent): SplitFinding | undefined;
  /** Cards that are no stranger's, from recordings or another source. */
  readonly know: (outTrackIds: Iterable<string>) => void;
  /** The wall clock was set, or the machine slept: times before and after cannot be compared. */
  readonly clockMoved: () => void;
}

export interface SplitSignsOptions {
  /** False where others are expected to send cards: `foreign-card` is then no sign. */
  readonly judgesCards: boolean;
}

/** A push this much older than the freshest one was delivered, or tried, before. */
const OLD_MS = 10_000;
const CARDS_KEPT = 50_000;
/** Made by `IdSource.outTrackId`: cards of any dtcard, be it `dtcard send` in another window. */
const OWN_PREFIX = 'dtcard-';

export function createSplitSigns({ judgesCards }: SplitSignsOptions): SplitSigns {
  const known = new Set<string>();
  const ages = createAges();
  const timeIn = createTimeReader();
  let foreign = 0;
  let open = 0;

  function know(outTrackId: string): void {
    if (!judgesCards || outTrackId.startsWith(OWN_PREFIX)) return;
    known.add(outTrackId);
    if (known.size <= CARDS_KEPT) return;
    const oldest = known.values().next().value;
    if (oldest !== undefined) known.delete(oldest);
  }

  function foreignCard(outTrackId: string): SplitFinding | undefined {
    if (!judgesCards || outTrackId === '') return undefined;
    if (outTrackId.startsWith(OWN_PREFIX) || known.has(outTrackId)) return undefined;
    foreign += 1;
    return { sign: 'foreign-card', params: { outTrackId, count: foreign } };
  }

  function oldDelivery(arrivedAtMs: number, madeAtMs: number): SplitFinding | undefined {
    const ageMs = ages.judge(arrivedAtMs, madeAtMs);
    return ageMs === undefined ? undefined : { sign: 'old-delivery', params: { ageMs } };
  }

  return {
    know(outTrackIds) {
      for (const outTrackId of outTrackIds) know(outTrackId);
    },
    clockMoved: () => ages.forget(),
    look(event) {
      switch (event.type) {
        case 'callback.received': {
          const { raw, callback, atMs } = event;
          return foreignCard(callback.outTrackId) ?? oldDelivery(atMs, timeIn(raw));
        }
        case 'message.received': {
          const { raw, message, atMs } = event;
          const sentAtMs = timeIn(raw);
          // Sent again with a new `time`, a message still tells when it was written.
          const wasWritten = message.createAt > 0 ? message.createAt : sentAtMs;
          return oldDelivery(atMs, Math.min(wasWritten, sentAtMs));
        }
        case 'card.created':
        case 'card.uncertain':
        case 'card.updated':
          know(event.outTrackId);
          return undefined;
        case 'callback.restored':
          know(event.callback.outTrackId);
          return undefined;
        case 'connection.opened':
          // A successor opens before the connection before it is closed: there is no gap between.
          if (open === 0) ages.connected(event.atMs);
          open += 1;
          return undefined;
        case 'connection.lost':
          if (event.wasOpen) open -= 1;
          return undefined;
        default:
          return undefined;
      }
    },
  };
}

/**
 * `headers.time` (stream-protocol §3.1), found without parsing: inside of `data` its quotes are
 * escaped. It mostly stands where it stood in the frame before.
 */
function createTimeReader(): (raw: string) => number {
  let at = 0;
  return (raw) => {
    if (!raw.startsWith(TIME, at)) at = Math.max(0, raw.indexOf(TIME));
    if (!raw.startsWith(TIME, at)) return Number.NaN;
    let time = 0;
    for (let n = at + TIME.length; n < at + TIME.length + TIME_DIGITS; n++) {
      const digit = raw.charCodeAt(n) - ZERO;
      if (!(digit >= 0 && digit <= 9)) return Number.NaN;
      time = time * 10 + digit;
    }
    return time;
  };
}

const TIME = '"time":"';
/** Milliseconds since 2001, and until 2286. */
const TIME_DIGITS = 13;
const ZERO = '0'.charCodeAt(0);

/**
 * How old pushes are when they arrive. Two machines' clocks differ, so what is compared is the
 * difference of arrival and making among the pushes themselves: the smallest one is nearest to
 * what the clocks alone account for.
 */
function createAges() {
  let leastMs = Number.POSITIVE_INFINITY;
  /** The slowest push that came while we were connected, by its own account. */
  let slowest: { readonly arrivedAtMs: number; readonly deltaMs: number } | undefined;
  let connectedSinceMs = Number.NEGATIVE_INFINITY;

  return {
    /** @returns the age of an old push: of this one, or of one before that only now shows as old */
    judge(arrivedAtMs: number, madeAtMs: number): number | undefined {
      const deltaMs = arrivedAtMs - madeAtMs;
      if (!Number.isFinite(deltaMs)) return undefined;
      leastMs = Math.min(leastMs, deltaMs);
      if (!slowest || deltaMs > slowest.deltaMs) slowest = { arrivedAtMs, deltaMs };
      const { deltaMs: most, arrivedAtMs: itsArrivalMs } = slowest;
      const ageMs = Math.round(most - leastMs);
      if (ageMs <= OLD_MS) return undefined;
      slowest = undefined;
      // Made while nobody of us was there to take it: the platform may simply have kept it.
      return itsArrivalMs - ageMs < connectedSinceMs ? undefined : ageMs;
    },
    connected(atMs: number): void {
      connectedSinceMs = atMs;
    },
    forget(): void {
      leastMs = Number.POSITIVE_INFINITY;
      slowest = undefined;
    },
  };
}
