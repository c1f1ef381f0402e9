import type { Colour, Gradient } from '../../../card/view/view-style.js';

const COLOUR =
  /^(?:#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|rgba?\([\d.,%\s/]{1,60}\)|[a-z]{3,30})$/i;

/**
 * A colour as CSS, or undefined. Static HTML writes styles as text, where anything else could add
 * declarations of its own.
 */
export function cssColour(colour: Colour | undefined): string | undefined {
  return colour !== undefined && COLOUR.test(colour.trim()) ? colour.trim() : undefined;
}

/** Px within reason; undefined for what is no number. */
export function px(value: number | undefined): number | undefined {
  if (value === undefined || !Number.isFinite(value)) return undefined;
  return Math.min(Math.max(value, -1000), 20_000);
}

const directions = {
  toBottom: 'to bottom',
  toRight: 'to right',
  toTop: 'to top',
  toLeft: 'to left',
  toBottomRight: 'to bottom right',
  toTopRight: 'to top right',
} as const satisfies Record<Gradient['direction'], string>;

export function cssGradient({ direction, colours }: Gradient): string | undefined {
  const stops = colours.flatMap((colour) => cssColour(colour) ?? []);
  const [only] = stops;
  if (only === undefined) return undefined;
  if (stops.length === 1) stops.push(only);
  return `linear-gradient(${directions[direction]}, ${stops.join(', ')})`;
}
