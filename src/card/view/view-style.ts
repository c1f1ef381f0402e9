/** Px on every side. */
export interface Sides {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** How wide a node is inside its parent (template-format §2.4, §5.2). `px` are the client's np. */
export type Extent =
  /** All that is left. */
  | { readonly kind: 'fill' }
  /** As wide as its content. */
  | { readonly kind: 'fit' }
  | { readonly kind: 'fixed'; readonly px: number }
  /** A share of what is left in a row. */
  | { readonly kind: 'grow'; readonly weight: number };

/** A CSS colour, theme applied: `#rrggbb`, `#rrggbbaa` or `rgba(…)`, never the editor's alpha-first form. */
export type Colour = string;

export interface TextStyle {
  readonly size: number;
  readonly lineHeight: number;
  readonly colour: Colour;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
}

export interface Gradient {
  readonly direction: 'toBottom' | 'toRight' | 'toTop' | 'toLeft' | 'toBottomRight' | 'toTopRight';
  readonly colours: readonly Colour[];
}

export interface BoxLook {
  readonly background?: Colour;
  readonly hoverBackground?: Colour;
  readonly gradient?: Gradient;
  readonly border?: { readonly width: number; readonly colour: Colour };
  /** Left top, right top, right bottom, left bottom. */
  readonly radius?: readonly [number, number, number, number];
  readonly padding?: Sides;
  readonly shadow?: boolean;
  /** What is behind shows through blurred; no painter does it. */
  readonly blur?: boolean;
}
