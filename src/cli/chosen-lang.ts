import type { Lang } from '../i18n/sentence.js';
import { langOf } from '../i18n/translate.js';

/** `--lang`, else the locale. Read before there is a parser: its own texts are already in the language. */
export function chosenLang(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Lang {
  const index = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[index]?.includes('=') ? args[index]?.slice('--lang='.length) : args[index + 1];
  return index >= 0 && (value === 'zh' || value === 'en') ? value : langOf(env);
}
