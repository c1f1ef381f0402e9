/** What a piece of text means; a theme says how it looks. Colour never is the only sign. */
export type Tone =
  | 'plain'
  | 'quiet'
  | 'strong'
  | 'accent'
  | 'good'
  | 'waiting'
  | 'bad'
  | 'heading'
  | 'key';

export interface TextStyle {
  readonly color?: string;
  readonly dimColor?: boolean;
  readonly bold?: boolean;
}

export type Theme = Readonly<Record<Tone, TextStyle>>;

/** The sixteen colours of the terminal, so that it is readable on light and on dark. */
const colored: Theme = {
  plain: {},
  quiet: { dimColor: true },
  strong: { bold: true },
  accent: { color: 'cyan' },
  good: { color: 'green' },
  waiting: { color: 'yellow' },
  bad: { color: 'red' },
  heading: { bold: true, color: 'cyan' },
  key: { bold: true },
};

const mono: Theme = {
  plain: {},
  quiet: {},
  strong: { bold: true },
  accent: {},
  good: {},
  waiting: { bold: true },
  bad: { bold: true },
  heading: { bold: true },
  key: { bold: true },
};

export function themeFor(color: boolean): Theme {
  return color ? colored : mono;
}
