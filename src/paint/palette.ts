import type { Colour } from '../card/view/view-style.js';
import type { Look } from './painted-card.js';

/** From CSS colours to what a terminal can show. */
export interface Palette {
  /** Of text. @param under the background already painted there */
  readonly text: (colour: Colour | undefined, under?: string) => Pick<Look, 'fg' | 'dim'>;
  /** `#rrggbb`; undefined when it would not be seen. */
  readonly background: (colour: Colour | undefined, under?: string) => string | undefined;
  /** The card's own, where it is painted at all. */
  readonly ground: string | undefined;
}

interface Rgba {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
}

const grounds = { light: '#ffffff', dark: '#1e1e1e' } as const;

/** Nearer to each other than this, the parts of a colour make a grey; a tint of a background is more easily seen. */
const greySpread = 40;
const greyBackgroundSpread = 12;

export function createPalette(theme: 'light' | 'dark', ground: 'terminal' | 'card'): Palette {
  const base = grounds[theme];
  const parsed = new Map<string, Rgba | undefined>();

  function read(colour: Colour): Rgba | undefined {
    if (!parsed.has(colour)) parsed.set(colour, parseColour(colour));
    return parsed.get(colour);
  }

  function seen(colour: Colour | undefined, under: string | undefined): Rgba | undefined {
    const own = colour === undefined ? undefined : read(colour);
    return own && over(own, read(under ?? base) as Rgba);
  }

  return {
    ground: ground === 'card' ? base : undefined,
    text(colour, under) {
      const own = seen(colour, under);
      if (!own) return under === undefined ? {} : { fg: readableOn(read(under) as Rgba) };
      if (ground === 'card' || under !== undefined) return { fg: hex(own) };
      if (!isGrey(own)) return { fg: hex(own) };
      return contrast(own, read(base) as Rgba) < 4.5 ? { dim: true } : {};
    },
    background(colour, under) {
      const raw = colour === undefined ? undefined : read(colour);
      const own = seen(colour, under);
      if (!raw || !own || raw.a === 0) return undefined;
      const isFaint = isGrey(own, greyBackgroundSpread) && contrast(own, read(base) as Rgba) < 1.4;
      return ground === 'terminal' && under === undefined && isFaint ? undefined : hex(own);
    },
  };
}

/** `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb(…)` or `rgba(…)`. */
function parseColour(text: string): Rgba | undefined {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(text.trim())?.[1];
  if (digits !== undefined) {
    const full = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
    const part = (at: number) => Number.parseInt(full.slice(at, at + 2), 16);
    return { r: part(0), g: part(2), b: part(4), a: full.length === 8 ? part(6) / 255 : 1 };
  }
  const list = /^rgba?\(([\d.,%\s/]{5,60})\)$/i.exec(text.trim())?.[1];
  if (list === undefined) return undefined;
  const [r, g, b, a = 1] = list
    .split(/[\s,/]+/)
    .filter(Boolean)
    .map(Number);
  const parts = [r, g, b];
  if (parts.some((part) => part === undefined || !(part >= 0 && part <= 255))) return undefined;
  return { r: r as number, g: g as number, b: b as number, a: a >= 0 && a <= 1 ? a : 1 };
}

function over(top: Rgba, below: Rgba): Rgba {
  const mix = (t: number, b: number) => Math.round(t * top.a + b * (1 - top.a));
  return { r: mix(top.r, below.r), g: mix(top.g, below.g), b: mix(top.b, below.b), a: 1 };
}

function isGrey({ r, g, b }: Rgba, spread = greySpread): boolean {
  return Math.max(r, g, b) - Math.min(r, g, b) < spread;
}

function hex({ r, g, b }: Rgba): string {
  return `#${[r, g, b].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function readableOn(background: Rgba): string {
  const black = { r: 0, g: 0, b: 0, a: 1 };
  return contrast(background, black) > 8 ? '#000000' : '#ffffff';
}

function contrast(a: Rgba, b: Rgba): number {
  const [high, low] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance({ r, g, b }: Rgba): number {
  const part = (value: number) => {
    const share = value / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
}
