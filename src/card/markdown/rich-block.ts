import type { Colour } from '../view/view-style.js';

/** DingTalk's markdown dialect, parsed (template-format §2.8, card-openapi §3.5). Never HTML. */
export type RichBlock =
  | { readonly type: 'paragraph'; readonly spans: readonly RichSpan[] }
  | {
      readonly type: 'heading';
      readonly level: 1 | 2 | 3 | 4 | 5 | 6;
      readonly spans: readonly RichSpan[];
    }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly RichBlock[])[];
    }
  | { readonly type: 'quote'; readonly blocks: readonly RichBlock[] }
  | { readonly type: 'code'; readonly text: string; readonly language: string }
  | { readonly type: 'rule' }
  | {
      readonly type: 'table';
      readonly align: readonly ('left' | 'center' | 'right')[];
      readonly head: readonly (readonly RichSpan[])[];
      readonly rows: readonly (readonly (readonly RichSpan[])[])[];
    };

export type RichSpan =
  | { readonly type: 'text'; readonly text: string; readonly style?: SpanStyle }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'break' }
  /** `url` is http, https, dingtalk or mailto; any other scheme leaves plain text and a finding. */
  | { readonly type: 'link'; readonly url: string; readonly spans: readonly RichSpan[] }
  /** `url` is http(s) or a media id (`@…`). */
  | { readonly type: 'image'; readonly url: string; readonly alt: string }
  /** `<a atId=…>`. */
  | { readonly type: 'at'; readonly userId: string; readonly text: string };

export interface SpanStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  /** Px, of a sizeToken. */
  readonly size?: number;
  readonly colour?: Colour;
}
