import { fill, type MessageParams } from './fill.js';
import { pageMessages } from './page.js';
import type { Lang } from './sentence.js';

export type PageKey = keyof typeof pageMessages;

export type PageTranslate = (key: PageKey, params?: MessageParams) => string;

/** A translator that knows the chat page's sentences only: the browser loads no others. */
export function pageWords(lang: Lang): PageTranslate {
  return (key, params = {}) => fill(pageMessages[key][lang], params);
}
