import { Chalk } from 'chalk';
import { displayWidth, printable } from '../base/display-width.js';
import type { Lang } from '../i18n/sentence.js';
import { translator } from '../i18n/translate.js';
import { createEffectsProjection } from '../log/effects.js';
import type { DtcardEvent } from '../log/event.js';
import { createKnownNames } from '../log/known-names.js';
import { effectSentence } from './effect-sentence.js';
import { eventSentences, type LineTone } from './event-sentence.js';

export interface LineWriterOptions {
  readonly lang: Lang;
  /** Takes whole lines with their line end. */
  readonly write: (text: string) => void;
  /** Whether to colour; decided by who knows the terminal. */
  readonly color: boolean;
  /** Time of day of a wall-clock ms, e.g. `14:02:11`. */
  readonly timeOf: (atMs: number) => string;
  /** Asked about every event, in order; what does not pass is not printed. */
  readonly passes?: ((event: DtcardEvent) => boolean) | undefined;
}

/** Prints each event of the log as plain lines: the face for pipes, logs and screen readers. */
export function createLineWriter(
  options: LineWriterOptions,
): (events: readonly DtcardEvent[]) => void {
  const paint = new Chalk({ level: options.color ? 1 : 0 });
  const t = translator(options.lang);
  const names = createKnownNames();
  const effects = createEffectsProjection();
  const context = { lang: options.lang, t, names };
  return (events) => {
    let out = '';
    for (const event of events) {
      names.apply(event);
      effects.apply(event);
      if (options.passes && !options.passes(event)) continue;
      const { last } = effects.read();
      for (const { kind, text, tone } of [
        ...eventSentences(event, context),
        ...(last ? effectSentence(last.effect, context) : []),
      ]) {
        const label = pad(t(`line.kind.${kind}`), 8);
        const time = options.timeOf(event.atMs);
        out += `${quiet(time)} ${quiet(label)} ${colour(printable(text), tone)}\n`;
      }
    }
    if (out !== '') options.write(out);
  };

  function quiet(text: string): string {
    return paint.dim(text);
  }

  function colour(text: string, tone: LineTone): string {
    switch (tone) {
      case 'good':
        return paint.green(text);
      case 'bad':
        return paint.red(text);
      case 'warn':
        return paint.yellow(text);
      case 'quiet':
        return paint.dim(text);
      case 'plain':
        return text;
    }
  }
}

function pad(text: string, cells: number): string {
  return text + ' '.repeat(Math.max(0, cells - displayWidth(text)));
}
