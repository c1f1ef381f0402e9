import { actingMessages } from './acting.js';
import { answeringMessages } from './answering.js';
import { cliMessages } from './cli.js';
import { effectMessages } from './effects.js';
import { errorReasons } from './error-reasons.js';
import { errorMessages } from './errors.js';
import { fill, type MessageParams } from './fill.js';
import { filterMessages } from './filter.js';
import { lineMessages } from './lines.js';
import { paintMessages } from './paint.js';
import { rulesCommandMessages } from './rules-commands.js';
import type { Lang, Sentence } from './sentence.js';
import { templateMessages } from './template-commands.js';
import { tuiMessages } from './tui.js';
import { tuiAnsweringMessages } from './tui-answering.js';
import { tuiEditingMessages } from './tui-editing.js';

const messages = {
  ...actingMessages,
  ...answeringMessages,
  ...cliMessages,
  ...effectMessages,
  ...errorMessages,
  ...errorReasons,
  ...filterMessages,
  ...lineMessages,
  ...paintMessages,
  ...rulesCommandMessages,
  ...templateMessages,
  ...tuiMessages,
  ...tuiAnsweringMessages,
  ...tuiEditingMessages,
};

export type MessageKey = keyof typeof messages;

export type { MessageParams };

export type Translate = (key: MessageKey, params?: MessageParams) => string;

/** A translator for one language. Unknown placeholders stay as they are, so that a gap is seen. */
export function translator(lang: Lang): Translate {
  return (key, params = {}) => fill(messages[key][lang], params);
}

/** Like a translator, for keys that come as data; falls back to the key itself. */
export function translateLoose(lang: Lang, key: string, params: MessageParams = {}): string {
  // `hasOwn`: keys come from recordings too, and `constructor` is no sentence.
  if (!Object.hasOwn(messages, key)) return key;
  return fill((messages as Record<string, Sentence>)[key]?.[lang] ?? key, params);
}

/** `LC_ALL`, else `LC_MESSAGES`, else `LANG`: Chinese for `zh*`, English for everything else. */
export function langOf(env: Readonly<Record<string, string | undefined>>): Lang {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}
