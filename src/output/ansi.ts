import type { Look, PaintedCard, PaintedSpan } from '../paint/painted-card.js';

/** What the terminal can show; `none` is for files and pipes. */
export type ColourDepth = 'truecolor' | '256' | '16' | 'none';

export interface AnsiOptions {
  /** Links as OSC 8; only for terminals that are known to take it. */
  readonly hyperlinks?: boolean;
}

/** A painted card with its colours. Every line stands by itself: none leaves a colour on. */
export function toAnsi(
  { lines }: Pick<PaintedCard, 'lines'>,
  depth: ColourDepth,
  { hyperlinks = false }: AnsiOptions = {},
): string {
  return lines
    .map((line) => `${line.map((span) => spanText(span, depth, hyperlinks)).join('')}\n`)
    .join('');
}

function spanText({ text, look }: PaintedSpan, depth: ColourDepth, hyperlinks: boolean): string {
  if (depth === 'none') return text;
  const codes = codesOf(look, depth);
  const dressed = codes.length === 0 ? text : `\u001b[${codes.join(';')}m${text}\u001b[0m`;
  if (!hyperlinks || look.url === undefined) return dressed;
  return `\u001b]8;;${look.url}\u001b\\${dressed}\u001b]8;;\u001b\\`;
}

function codesOf(look: Look, depth: Exclude<ColourDepth, 'none'>): readonly string[] {
  return [
    ...(look.bold ? ['1'] : []),
    ...(look.dim ? ['2'] : []),
    ...(look.italic ? ['3'] : []),
    ...(look.underline ? ['4'] : []),
    ...(look.inverse ? ['7'] : []),
    ...(look.strike ? ['9'] : []),
    ...(look.fg === undefined ? [] : [colourCode(look.fg, depth, false)]),
    ...(look.bg === undefined ? [] : [colourCode(look.bg, depth, true)]),
  ];
}

type Rgb = readonly [number, number, number];

function colourCode(
  hex: string,
  depth: Exclude<ColourDepth, 'none'>,
  isBackground: boolean,
): string {
  const rgb = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const colour = rgb as unknown as Rgb;
  const lead = isBackground ? '48' : '38';
  switch (depth) {
    case 'truecolor':
      return `${lead};2;${colour.join(';')}`;
    case '256':
      return `${lead};5;${cubeIndex(colour)}`;
    case '16': {
      const index = nearest(colour, sixteen);
      const base = index < 8 ? 30 + index : 90 + index - 8;
      return String(isBackground ? base + 10 : base);
    }
  }
}

const cubeSteps = [0, 95, 135, 175, 215, 255] as const;

/** Of the 6×6×6 cube or the 24 greys, whichever is nearer. */
function cubeIndex(colour: Rgb): number {
  const parts = colour.map((part) => nearestStep(part)) as unknown as Rgb;
  const cube = parts.map((at) => cubeSteps[at] ?? 0) as unknown as Rgb;
  const average = (colour[0] + colour[1] + colour[2]) / 3;
  const grey = Math.max(0, Math.min(23, Math.round((average - 8) / 10)));
  const level = 8 + 10 * grey;
  const isGreyNearer = distance(colour, [level, level, level]) < distance(colour, cube);
  return isGreyNearer ? 232 + grey : 16 + 36 * parts[0] + 6 * parts[1] + parts[2];
}

function nearestStep(part: number): number {
  let best = 0;
  for (const [at, step] of cubeSteps.entries()) {
    if (Math.abs(step - part) < Math.abs((cubeSteps[best] ?? 0) - part)) best = at;
  }
  return best;
}

const sixteen: readonly Rgb[] = [
  [0, 0, 0],
  [205, 49, 49],
  [13, 188, 121],
  [229, 229, 16],
  [36, 114, 200],
  [188, 63, 188],
  [17, 168, 205],
  [229, 229, 229],
  [102, 102, 102],
  [241, 76, 76],
  [35, 209, 139],
  [245, 245, 67],
  [59, 142, 234],
  [214, 112, 214],
  [41, 184, 219],
  [255, 255, 255],
];

function nearest(colour: Rgb, palette: readonly Rgb[]): number {
  let best = 0;
  for (const [index, one] of palette.entries()) {
    if (distance(colour, one) < distance(colour, palette[best] ?? one)) best = index;
  }
  return best;
}

function distance(a: Rgb, b: Rgb): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}
