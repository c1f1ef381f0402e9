import type { ViewSwitches } from '../card-data.js';

export interface TextSize {
  readonly size: number;
  readonly lineHeight: number;
  readonly bold?: boolean;
}

/** `size` of BaseText, Icon and others (template-format §2.9); undefined for other words. */
export function namedSize(
  name: string,
  switches: ViewSwitches,
  smallLines = false,
): TextSize | undefined {
  switch (name) {
    case 'small':
      return { size: 12, lineHeight: smallLines ? 14 : 16 };
    case 'middle':
      return {
        size: switches.bizScene === 'topbox' ? 14 : 15,
        lineHeight: smallLines ? 20 : 22,
      };
    case 'large':
      return { size: 19, lineHeight: smallLines ? 24 : 26 };
    default:
      return undefined;
  }
}

const tokens: ReadonlyMap<string, TextSize> = new Map([
  ['footnote', { size: 12, lineHeight: 18 }],
  ['tiny', { size: 10, lineHeight: 14 }],
  ['action', { size: 14, lineHeight: 20 }],
  ['h1', { size: 24, lineHeight: 32 }],
  ['h2', { size: 20, lineHeight: 28 }],
  ['h3', { size: 18, lineHeight: 26 }],
  ['h4', { size: 16, lineHeight: 24 }],
  ['h5', { size: 15, lineHeight: 22 }],
]);

/** `common_{body,footnote,tiny,action,h1…h5}[_bold]_text_style` (template-format §2.9). */
export function tokenSize(token: string, switches: ViewSwitches): TextSize | undefined {
  const match = /^common_([a-z]+\d?)(_bold)?_text_style(?:_mob|_pc)?$/.exec(token.trim());
  if (match === null) return undefined;
  const name = match[1] ?? '';
  const size = name === 'body' ? bodySize(switches) : tokens.get(name);
  if (size === undefined) return undefined;
  return match[2] === undefined ? size : { ...size, bold: true };
}

export function bodySize({ platform }: ViewSwitches): TextSize {
  return platform === 'pc' ? { size: 14, lineHeight: 22 } : { size: 17, lineHeight: 25 };
}
