import type { JsonObject } from '../../base/json-text.js';

/** What a person does to a view node, by its key. */
export type Gesture =
  /** Buttons, boxes, links, images, table cells, collapse headers, checkboxes, fold, close, load more. */
  | { readonly type: 'tap' }
  /** Input. */
  | { readonly type: 'enter'; readonly text: string }
  /** SelectBlock, CheckboxList, single CheckableTags: an index into options, items or tags. */
  | { readonly type: 'pick'; readonly index: number }
  /** MultiSelectBlock: all chosen ones. */
  | { readonly type: 'pickMany'; readonly indexes: readonly number[] }
  /** One item of CheckboxListMulti or multiple CheckableTags changes sides. */
  | { readonly type: 'toggleItem'; readonly index: number }
  /** The × of a chip of MultiSelectBlock. */
  | { readonly type: 'removeChip'; readonly index: number }
  /** DatePickerBlock, in its format. */
  | { readonly type: 'date'; readonly text: string }
  /** Form: values by field name; hidden and read-only fields are filled in from their defaults. */
  | { readonly type: 'submit'; readonly values: JsonObject }
  /** Feedback bar. */
  | { readonly type: 'feedback'; readonly part: 'like' | 'dislike' | 'copy' | 'refresh' | 'share' };
