import type { JsonValue } from '../../base/json-text.js';
import type { TapInfo } from '../act/tap-info.js';
import type { RichBlock } from '../markdown/rich-block.js';
import type { FormField, SelectOption } from './form-field.js';
import type { BoxLook, Colour, Extent, Sides, TextStyle } from './view-style.js';

export type { FormField, SelectOption } from './form-field.js';

/**
 * One thing to draw: plain JSON, theme and data applied, hidden nodes gone. The page and the
 * terminal paint this and nothing else (template-format §5.1). Sizes in px of the client.
 */
export type ViewNode =
  | BoxNode
  | TextNode
  | RichNode
  | DividerNode
  | ImageNode
  | IconNode
  | AvatarNode
  | TagNode
  | ProgressNode
  | TableNode
  | ChartNode
  | ButtonNode
  | InputNode
  | SelectNode
  | DateNode
  | CheckboxNode
  | CheckListNode
  | TagPickerNode
  | CollapseNode
  | FormNode
  | PendingNode
  | FeedbackNode
  | GeneratedNode
  | PlaceholderNode;

/** What every node has. */
export interface NodeFrame {
  /** Unique in the view, the same from one view of a card to the next: node id and loop indexes. */
  readonly key: string;
  readonly nodeId: string;
  /** As in the template, e.g. `SingleButton`. */
  readonly component: string;
  readonly margin?: Sides;
  /** Absent: fill, except inside a row, where it is fit. */
  readonly width?: Extent;
  readonly tooltip?: string;
}

interface NodeBase extends NodeFrame {
  /** Present when touching it does something, or would if it were enabled. */
  readonly tap?: TapInfo;
}

/** Any container. */
export interface BoxNode extends NodeBase {
  readonly kind: 'box';
  readonly role:
    | 'card'
    | 'aiCard'
    | 'state'
    | 'content'
    | 'grid'
    | 'columns'
    | 'column'
    | 'loop'
    | 'item'
    | 'header'
    | 'buttons'
    | 'scroller';
  readonly direction: 'row' | 'column';
  /** Across the direction. */
  readonly align: 'start' | 'center' | 'end' | 'stretch';
  /** Along the direction. */
  readonly justify: 'start' | 'center' | 'end' | 'between';
  readonly gap?: number;
  /** Children flow into further rows. */
  readonly wrap?: boolean;
  /** Equal-width columns, `gap` between them and `rowGap` between rows (GridLayout). */
  readonly columns?: number;
  readonly rowGap?: number;
  readonly height?: number;
  readonly minHeight?: number;
  readonly maxHeight?: number;
  readonly fullHeight?: boolean;
  readonly scroll?: 'x' | 'y';
  /** A line between children. */
  readonly divider?: Colour;
  readonly look?: BoxLook;
  /** The AI card's border while it works (template-format §2.4). */
  readonly working?: boolean;
  /** Higher content is folded to this height behind "展开"; `tap` toggles. */
  readonly fold?: { readonly height: number; readonly folded: boolean };
  /** A ✕ in the corner; touching it is `tap`. */
  readonly closeButton?: boolean;
  readonly children: readonly ViewNode[];
}

export interface TextNode extends NodeBase {
  readonly kind: 'text';
  readonly text: string;
  readonly style: TextStyle;
  readonly align: 'left' | 'center' | 'right';
  /** 0: no limit. */
  readonly maxLines: number;
  readonly maxWidth?: number;
  readonly icon?: IconLook;
  /** A text button: underlined or coloured as one. */
  readonly link?: boolean;
}

export interface IconLook {
  /** `icon_…` of the client's icon font, an emoji, or undefined for an image. */
  readonly name?: string;
  /** Nearest character that every font has; absent when none is known. */
  readonly glyph?: string;
  readonly image?: ImageSource;
}

/** Markdown, parsed (template-format §2.8). */
export interface RichNode extends NodeBase {
  readonly kind: 'rich';
  readonly blocks: readonly RichBlock[];
  readonly style: TextStyle;
  /** More is coming: a cursor is shown behind what has arrived. */
  readonly streaming: boolean;
}

export interface DividerNode extends NodeBase {
  readonly kind: 'divider';
  readonly direction: 'horizontal' | 'vertical';
  readonly colour: Colour;
  /** Vertical ones only. */
  readonly height?: number;
}

export type ImageSource =
  /** http, https or data:image; anything else is `refused`. */
  | { readonly kind: 'url'; readonly url: string }
  /** `@l…`, `$i…`: cannot be fetched offline. */
  | { readonly kind: 'media'; readonly id: string }
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'none' };

export interface ImageNode extends NodeBase {
  readonly kind: 'image';
  readonly source: ImageSource;
  readonly alt: string;
  readonly height?: number;
  readonly aspectRatio?: number;
  readonly fit: 'contain' | 'cover';
  readonly radius: number;
  readonly border?: Colour;
}

export interface IconNode extends NodeBase {
  readonly kind: 'icon';
  readonly icon: IconLook;
  readonly size: number;
  readonly colour: Colour;
}

export interface AvatarNode extends NodeBase {
  readonly kind: 'avatar';
  readonly source: ImageSource;
  /** The last two characters of the name, shown without a picture. */
  readonly initials: string;
  readonly name: string;
  readonly size: number;
  /** The name stands beside it. */
  readonly showName: boolean;
}

export interface TagNode extends NodeBase {
  readonly kind: 'tag';
  readonly text: string;
  readonly colour: Colour;
  readonly background?: Colour;
  readonly border?: Colour;
  readonly size: number;
  readonly maxWidth?: number;
}

export interface ProgressNode extends NodeBase {
  readonly kind: 'progress';
  /** 0…100. */
  readonly percent: number;
  readonly colour: Colour;
  /** The 32×32 form: a figure over a bar. */
  readonly small: boolean;
  readonly showPercentage: boolean;
}

export interface TableNode extends NodeBase {
  readonly kind: 'table';
  readonly columns: readonly { readonly title: string; readonly weight: number }[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly zebra: boolean;
  readonly maxLines: number;
  readonly cellPadding: number;
  /** Rows a page shows; absent: all. */
  readonly pageSize?: number;
  /** Wider than the card: scrolls. */
  readonly scrollWidth?: number;
}

export interface TableCell {
  readonly key: string;
  readonly text: string;
  readonly colour?: Colour;
  readonly image?: ImageSource;
  readonly imageSize?: number;
  /** Drawn as a button. */
  readonly button?: 'blue' | 'gray' | 'red';
  readonly tap?: TapInfo;
}

export interface ChartNode extends NodeBase {
  readonly kind: 'chart';
  readonly chart: 'line' | 'bar' | 'pie';
  /** One per `type` of the rows; a chart without types has one called ''. */
  readonly series: readonly {
    readonly name: string;
    readonly colour: Colour;
    readonly points: readonly { readonly x: string; readonly y: number }[];
  }[];
  readonly title?: string;
  readonly height: number;
}

/** `normal` is the only state that can be touched (template-format §2.5). */
export type ControlState = 'normal' | 'disabled' | 'loading';

export interface ButtonNode extends NodeBase {
  readonly kind: 'button';
  readonly text: string;
  readonly colour: 'blue' | 'gray' | 'red';
  readonly state: ControlState;
  readonly icon?: IconLook;
  readonly iconPosition?: 'left' | 'right';
  readonly cornerMark?: string;
  /** A dropdown: touching it offers these. */
  readonly menu?: readonly MenuItem[];
}

export interface MenuItem {
  readonly text: string;
  readonly description?: string;
  readonly destructive?: boolean;
  readonly icon?: IconLook;
}

export interface InputNode extends NodeBase {
  readonly kind: 'input';
  readonly title: string;
  readonly message: string;
  readonly placeholder: string;
  readonly value: string;
  readonly state: ControlState;
  /** Typed in place; otherwise a box that opens a prompt. */
  readonly inline: boolean;
  readonly multiline: boolean;
  readonly minRows?: number;
  readonly maxRows?: number;
}

export interface SelectNode extends NodeBase {
  readonly kind: 'select';
  readonly multiple: boolean;
  readonly placeholder: string;
  readonly options: readonly SelectOption[];
  /** Indexes into `options`, at most one unless `multiple`. */
  readonly selected: readonly number[];
  readonly state: ControlState;
}

export interface DateNode extends NodeBase {
  readonly kind: 'date';
  readonly picker: 'date' | 'datetime' | 'time';
  /** `yyyy-MM-dd`, `yyyy-MM-dd HH:mm`, … */
  readonly format: string;
  readonly value: string;
  readonly placeholder: string;
  readonly state: ControlState;
}

export interface CheckboxNode extends NodeBase {
  readonly kind: 'checkbox';
  readonly checked: boolean;
  readonly state: ControlState;
  readonly size: number;
}

/** Radio list or check list; each item is drawn from the template (template-format §2.5). */
export interface CheckListNode extends NodeBase {
  readonly kind: 'checkList';
  readonly multiple: boolean;
  readonly state: ControlState;
  /** The label toggles too. */
  readonly contentTaps: boolean;
  readonly items: readonly {
    readonly key: string;
    readonly checked: boolean;
    readonly children: readonly ViewNode[];
  }[];
}

export interface TagPickerNode extends NodeBase {
  readonly kind: 'tagPicker';
  readonly multiple: boolean;
  readonly state: ControlState;
  readonly tags: readonly {
    readonly text: string;
    readonly value: JsonValue;
    readonly selected: boolean;
  }[];
}

export interface CollapseNode extends NodeBase {
  readonly kind: 'collapse';
  readonly title: string;
  readonly open: boolean;
  /** Empty while closed. */
  readonly children: readonly ViewNode[];
}

export interface FormNode extends NodeBase {
  readonly kind: 'form';
  readonly fields: readonly FormField[];
  readonly submitText: string;
  readonly state: ControlState;
  /** The built-in button is replaced by `children`. */
  readonly customSubmit: boolean;
  readonly children: readonly ViewNode[];
}

/** AIPending. */
export interface PendingNode extends NodeBase {
  readonly kind: 'pending';
  readonly tip: string;
  readonly icon: boolean;
}

/** The bar under an AI card. Its parts are touched with the gesture `feedback`. */
export interface FeedbackNode extends NodeBase {
  readonly kind: 'feedback';
  readonly likeDislike: boolean;
  /** What this viewer chose. */
  readonly chosen: 'like' | 'dislike' | 'none';
  readonly copy: boolean;
  readonly refresh: boolean;
  readonly share: boolean;
  readonly divider: boolean;
  /** `customRightArea` and the children (AIGenerationProcessing). */
  readonly children: readonly ViewNode[];
}

/** "内容由AI生成". */
export interface GeneratedNode extends NodeBase {
  readonly kind: 'generated';
  readonly text: string;
  /** Where "点击了解详情" leads. */
  readonly link?: string;
}

/** What could not be drawn, said in its place. */
export interface PlaceholderNode extends NodeBase {
  readonly kind: 'placeholder';
  readonly why: 'unknown-component' | 'failed' | 'too-deep' | 'too-many' | 'unsupported';
  /** Names the component or the prop; plain text from the template, so not to be trusted. */
  readonly what: string;
  readonly children: readonly ViewNode[];
}
