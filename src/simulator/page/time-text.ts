import type { Lang } from '../../i18n/sentence.js';

const formats = {
  zh: new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit' }),
  en: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }),
};

const exact = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

/** Hours and minutes, as chats show them. */
export function timeText(atMs: number, lang: Lang): string {
  return formats[lang].format(new Date(atMs));
}

/** To the millisecond. */
export function exactTime(atMs: number): string {
  return exact.format(new Date(atMs));
}
