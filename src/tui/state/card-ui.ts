import type { Effect } from '../../card/act/effect.js';
import type { TextBuffer } from '../components/text-buffer.js';

/** What the screen of one card knows. The card itself is a projection of the log. */
export interface CardUi {
  readonly outTrackId: string;
  /** Who looks at it; undefined: what everybody sees. */
  readonly userId: string | undefined;
  readonly theme: 'light' | 'dark';
  /** The card, or the variables it was made of. */
  readonly shows: 'card' | 'data';
  readonly top: number;
  /** Id of the region that has the focus. */
  readonly focus: string | undefined;
  readonly prompt: CardPrompt | undefined;
  /** What the last touch did; absent while it is under way. */
  readonly effects: readonly Effect[] | undefined;
}

/** What the card asks of whoever touched it. */
export type CardPrompt =
  | {
      readonly is: 'text';
      readonly title: string;
      /** Shown while nothing is typed. */
      readonly hint: string;
      readonly buffer: TextBuffer;
    }
  | {
      readonly is: 'list';
      readonly title: string;
      readonly items: readonly string[];
      readonly at: number;
      /** Where several can be chosen: indexes. */
      readonly chosen?: readonly number[];
    };

export function cardUi(outTrackId: string, userId: string | undefined): CardUi {
  return {
    outTrackId,
    userId,
    theme: 'light',
    shows: 'card',
    top: 0,
    focus: undefined,
    prompt: undefined,
    effects: [],
  };
}
