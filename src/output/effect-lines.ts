import { createEffectsProjection, type EffectEntry } from '../log/effects.js';
import { type DtcardEvent, eventVersion } from '../log/event.js';

/** Puts what an answer or an update did right behind the line that tells of it (docs/events.md). */
export type EffectLines = (
  lines: readonly string[],
  events: readonly DtcardEvent[],
  passes?: (event: DtcardEvent) => boolean,
) => readonly string[];

/**
 * `callback.effect` is derived: it has no `seq` of its own, names with `of` the event it belongs to,
 * and stands in no recording.
 * @param encode one line of JSON with secrets masked, as for the events themselves
 */
export function createEffectLines(encode: (line: EffectLine) => string): EffectLines {
  const effects = createEffectsProjection();
  return (lines, events, passes) =>
    events.flatMap((event, at) => {
      effects.apply(event);
      const line = lines[at];
      if (line === undefined || (passes && !passes(event))) return [];
      const { last } = effects.read();
      return last ? [line, encode(effectLine(last))] : [line];
    });
}

export function effectLine({ seq, atMs, exchangeId, effect }: EffectEntry) {
  return {
    type: 'callback.effect',
    of: seq,
    atMs,
    v: eventVersion,
    exchangeId,
    ...effect,
  } as const;
}

export type EffectLine = ReturnType<typeof effectLine>;
