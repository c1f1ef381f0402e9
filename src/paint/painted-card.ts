import type { JsonObject } from '../base/json-text.js';
import type { ViewNode } from '../card/view/view-node.js';
import type { Lang } from '../i18n/sentence.js';

/** How a stretch of cells looks. Colours are `#rrggbb`; absent ones are the terminal's own. */
export interface Look {
  readonly fg?: string;
  readonly bg?: string;
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly underline?: boolean;
  readonly inverse?: boolean;
  /** Where these cells lead: http, https, dingtalk or mailto, without anything a terminal acts on. */
  readonly url?: string;
}

/** Safe to print: no controls, no bidi marks, no half characters. */
export interface PaintedSpan {
  readonly text: string;
  readonly look: Look;
}

export type PaintedLine = readonly PaintedSpan[];

/** Which part of a view node a region is, where one node has several. */
export type RegionPart =
  /** An item of a CheckListNode. */
  | { readonly is: 'item'; readonly index: number }
  | { readonly is: 'tag'; readonly index: number }
  | { readonly is: 'cell'; readonly row: number; readonly column: number }
  | { readonly is: 'feedback'; readonly part: 'like' | 'dislike' | 'copy' | 'refresh' | 'share' }
  | { readonly is: 'field'; readonly name: string }
  | { readonly is: 'submit' };

/** Something that can be focused and touched, and where it is. All numbers are cells. */
export interface Region {
  /** Unique in the card and the same from one painting to the next. */
  readonly id: string;
  /** What a gesture is made with. */
  readonly key: string;
  readonly node: ViewNode;
  readonly part?: RegionPart;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PaintedCard {
  readonly width: number;
  readonly lines: readonly PaintedLine[];
  /** In the order of reading. */
  readonly regions: readonly Region[];
  /** False when the card was too large to be painted whole; its last lines say so. */
  readonly whole: boolean;
}

export interface PaintOptions {
  /** Cells, frame included; at least 16 are taken. */
  readonly width: number;
  readonly lang: Lang;
  /** Theme the view was built in. */
  readonly theme: 'light' | 'dark';
  /**
   * `terminal`: greys become the terminal's own text colour, so that the card is readable on any
   * background. `card`: the card's own background and exact colours.
   */
  readonly ground?: 'terminal' | 'card';
  /** What is typed into a form that has not been submitted, by its key. */
  readonly formValues?: (key: string) => JsonObject;
}
