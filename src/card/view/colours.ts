import type { ViewSwitches } from '../card-data.js';
import type { Colour } from './view-style.js';

type Theme = ViewSwitches['theme'];

interface Pair {
  readonly light: Colour;
  readonly dark: Colour;
}

const pair = (light: Colour, dark: Colour = light): Pair => ({ light, dark });

/** Names and tokens with their values (template-format §2.9); hues without one there are near ones. */
const named: ReadonlyMap<string, Pair> = new Map([
  ['black', pair('#171a1d', '#eef2f8')],
  ['gray', pair('#171a1d66', '#eef2f866')],
  ['white', pair('#ffffff')],
  ['blue', pair('#007fff', '#47a9ff')],
  ['green', pair('#00b042')],
  ['orange', pair('#ff9200')],
  ['red', pair('#ff5219', '#ff5e2b')],
  ['purple', pair('#7b61ff', '#9a86ff')],
  ['water', pair('#747677', '#8c8c8d')],
  ['yellow', pair('#f8bd0a')],
  ['common_level1_base_color', pair('#181c1f', '#eef1f5')],
  ['common_level2_base_color', pair('#747677', '#8c8c8d')],
  ['common_level3_base_color', pair('#171a1d99', '#eef2f899')],
  ['common_level4_base_color', pair('#171a1d66', '#eef2f866')],
  ['common_bg_color', pair('#f6f6f6', '#3c3c3c')],
  ['common_fg_color', pair('#ffffff', '#1e1e1e')],
  ['common_line_light_color', pair('#111f2c1f', '#7e868e29')],
  ['common_line_hard_color', pair('#7e868e29')],
  ['common_overlay_hover_color', pair('#7e868e14')],
  ['extended_deeppurple0_color', pair('#eee9fe', '#1f1544')],
]);

const hues: ReadonlyMap<string, Pair> = new Map([
  ['red', pair('#e14a00', '#ff5e2b')],
  ['green', pair('#00b042')],
  ['blue', pair('#0089ff')],
  ['orange', pair('#f89125')],
  ['link', pair('#006bd7', '#68a9ea')],
  ['yellow', pair('#f8bd0a')],
  ['purple', pair('#7b61ff', '#9a86ff')],
  ['deeppurple', pair('#6b4ce6', '#8f78f0')],
  ['water', pair('#00b3c8')],
  ['cyan', pair('#00b3c8')],
  ['lightgreen', pair('#7cc32f')],
  ['pink', pair('#f25c9a')],
  ['gray', pair('#747677', '#8c8c8d')],
  ['grey', pair('#747677', '#8c8c8d')],
  ['white', pair('#ffffff')],
  ['black', pair('#171a1d', '#eef2f8')],
]);

/** Share of the hue in an `extended_…0_color`: a guess (template-format §2.9, §9 no. 9). */
const TINT = '1a';

/**
 * A colour name, token, `#RRGGBB`, `#AARRGGBB` (alpha first) or `rgba(…)` as `#rrggbb` or
 * `#rrggbbaa`; undefined for anything else, so that no text of a template reaches a stylesheet.
 */
export function resolveColour(text: string, theme: Theme): Colour | undefined {
  const name = text.trim();
  const known = named.get(name);
  if (known !== undefined) return known[theme];
  if (name.startsWith('#')) return fromHex(name.slice(1));
  if (/^rgba?\(/i.test(name)) return fromRgb(name);
  return fromToken(name, theme);
}

function fromHex(digits: string): Colour | undefined {
  if (!/^[0-9a-f]{3,8}$/i.test(digits)) return undefined;
  const hex = digits.toLowerCase();
  switch (hex.length) {
    case 3:
      return `#${doubled(hex)}`;
    case 4:
      return withAlpha(doubled(hex.slice(1)), doubled(hex.slice(0, 1)));
    case 6:
      return `#${hex}`;
    case 8:
      return withAlpha(hex.slice(2), hex.slice(0, 2));
    default:
      return undefined;
  }
}

const doubled = (hex: string): string => hex.replace(/./g, '$&$&');

const withAlpha = (rgb: string, alpha: string): Colour =>
  alpha === 'ff' ? `#${rgb}` : `#${rgb}${alpha}`;

const RGB =
  /^rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,\s*(\d{0,3}(?:\.\d{1,20})?)\s*)?\)$/i;

function fromRgb(text: string): Colour | undefined {
  const match = RGB.exec(text);
  if (match === null) return undefined;
  const [, red = '', green = '', blue = '', alpha] = match;
  const rgb = [red, green, blue].map((part) => twoDigits(Number(part))).join('');
  return withAlpha(rgb, alpha === undefined ? 'ff' : twoDigits(Number(alpha) * 255));
}

const twoDigits = (value: number): string =>
  Math.min(255, Math.round(value)).toString(16).padStart(2, '0');

const TOKEN = /^(common|extended)_([a-z]+)(\d?)(?:_[a-z]+)*_color$/;

function fromToken(token: string, theme: Theme): Colour | undefined {
  const match = TOKEN.exec(token);
  if (match === null) return undefined;
  const [, family, hue = '', step] = match;
  const colour = hues.get(hue)?.[theme];
  if (colour === undefined) return undefined;
  return family === 'extended' && step === '0' ? `${colour}${TINT}` : colour;
}

/** What every builder falls back to. */
export function themeColours(theme: Theme): {
  readonly text: Colour;
  readonly secondary: Colour;
  readonly faint: Colour;
  readonly card: Colour;
  readonly grayBox: Colour;
  readonly line: Colour;
  readonly blue: Colour;
  readonly link: Colour;
} {
  return theme === 'light' ? lightColours : darkColours;
}

const lightColours = {
  text: '#181c1f',
  secondary: '#171a1d99',
  faint: '#171a1d66',
  card: '#ffffff',
  grayBox: '#f6f6f6',
  line: '#111f2c1f',
  blue: '#007fff',
  link: '#006bd7',
};

const darkColours = {
  text: '#eef1f5',
  secondary: '#eef2f899',
  faint: '#eef2f866',
  card: '#1e1e1e',
  grayBox: '#3c3c3c',
  line: '#7e868e29',
  blue: '#47a9ff',
  link: '#68a9ea',
};
