import type { CSSProperties } from 'react';
import type { NodeFrame } from '../../../card/view/view-node.js';
import type { BoxLook, Extent, Sides, TextStyle } from '../../../card/view/view-style.js';
import { cssColour, cssGradient, px } from './css-value.js';

/** What the parent's children follow: it decides what an extent means (template-format §5.2). */
export type Flow = 'row' | 'column';

/** Custom properties are CSS too, which React's type does not know. */
export type Style = CSSProperties & { readonly [name: `--${string}`]: string | undefined };

/** Margins and width of a node inside its parent. */
export function frameStyle({ margin, width }: NodeFrame, flow: Flow): Style {
  return { ...marginStyle(margin), ...extentStyle(width, flow) };
}

function marginStyle(margin: Sides | undefined): Style {
  if (margin === undefined) return {};
  const { left, right, top, bottom } = margin;
  return {
    ...(left ? { marginLeft: px(left) } : {}),
    ...(right ? { marginRight: px(right) } : {}),
    ...(top ? { marginTop: px(top) } : {}),
    ...(bottom ? { marginBottom: px(bottom) } : {}),
  };
}

function extentStyle(width: Extent | undefined, flow: Flow): Style {
  const extent: Extent = width ?? { kind: flow === 'row' ? 'fit' : 'fill' };
  switch (extent.kind) {
    case 'fill':
      return flow === 'row' ? { flex: '1 1 0', minWidth: 0 } : { alignSelf: 'stretch' };
    case 'fit':
      return flow === 'row'
        ? { flex: '0 1 auto', minWidth: 0 }
        : { alignSelf: 'var(--dt-cross, flex-start)', maxWidth: '100%' };
    case 'fixed':
      return { width: px(extent.px), flex: 'none', maxWidth: '100%' };
    case 'grow':
      return flow === 'row'
        ? { flex: `${Math.max(px(extent.weight) ?? 1, 0)} 1 0`, minWidth: 0 }
        : { alignSelf: 'stretch' };
  }
}

export function lookStyle(look: BoxLook | undefined): Style {
  if (look === undefined) return {};
  const { background, gradient, border, radius, padding, hoverBackground } = look;
  const gradientImage = gradient && cssGradient(gradient);
  const borderColour = cssColour(border?.colour);
  return {
    ...(background ? { backgroundColor: cssColour(background) } : {}),
    ...(gradientImage ? { backgroundImage: gradientImage } : {}),
    ...(border && borderColour
      ? { border: `${px(border.width) ?? 0}px solid ${borderColour}` }
      : {}),
    ...(radius ? { borderRadius: radius.map((corner) => `${px(corner) ?? 0}px`).join(' ') } : {}),
    ...(padding ? { padding: sidesText(padding) } : {}),
    ...(hoverBackground ? { '--dt-hover': cssColour(hoverBackground) } : {}),
  };
}

function sidesText({ top, right, bottom, left }: Sides): string {
  return [top, right, bottom, left].map((side) => `${Math.max(px(side) ?? 0, 0)}px`).join(' ');
}

export function textStyle({ size, lineHeight, colour, bold, italic, strike }: TextStyle): Style {
  return {
    fontSize: px(size),
    lineHeight: `${px(lineHeight) ?? 0}px`,
    color: cssColour(colour),
    ...(bold ? { fontWeight: 600 } : {}),
    ...(italic ? { fontStyle: 'italic' } : {}),
    ...(strike ? { textDecoration: 'line-through' } : {}),
  };
}
