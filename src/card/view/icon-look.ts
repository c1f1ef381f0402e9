import { isJsonObject, type JsonValue } from '../../base/json-text.js';
import { emoticonGlyph } from '../markdown/emoticons.js';
import { imageSource } from './image-source.js';
import type { IconLook } from './view-node.js';

/** By part of the name, first match: the icon font itself is not available (template-format §5.7). */
const glyphs: readonly (readonly [RegExp, string])[] = [
  [/dislike|unlike|bad/, '👎'],
  [/like|good|thumb/, '👍'],
  [/duplicate|copy/, '⧉'],
  [/(right|next|forward)_?arrow|arrow_?(right|next)|chevron_?right/, '›'],
  [/(left|back|prev)_?arrow|arrow_?(left|back)|chevron_?left/, '‹'],
  [/(down)_?arrow|arrow_?down|expand|unfold/, '▾'],
  [/(up)_?arrow|arrow_?up|collapse|fold/, '▴'],
  [/question|help/, '?'],
  [/message|chat|comment|conversation/, '💬'],
  [/(^|_)ai(_|$)|magic|spark/, '✦'],
  [/robot|bot/, '🤖'],
  [/hand/, '✋'],
  [/send/, '➤'],
  [/accept|success|check|done|tick|finish|confirm/, '✓'],
  [/refuse|reject|close|fail|wrong|error|cancel/, '✕'],
  [/warn|alert|caution|exclamation/, '⚠'],
  [/info|notice|tip/, 'ℹ'],
  [/calendar|date|schedule/, '📅'],
  [/time|clock|history/, '◷'],
  [/search|find/, '⌕'],
  [/setting|gear|config/, '⚙'],
  [/add|plus|create/, '+'],
  [/minus|reduce/, '−'],
  [/delete|trash|remove/, '🗑'],
  [/edit|compile|pen|write/, '✎'],
  [/phone|call|tel/, '☎'],
  [/mail/, '✉'],
  [/star|favou?rite|collect/, '★'],
  [/user|person|people|group|contact|member/, '👤'],
  [/link|url/, '🔗'],
  [/folder/, '📁'],
  [/file|doc|note|report|page/, '📄'],
  [/location|address|map|pin/, '📍'],
  [/lock|safe|shield/, '🔒'],
  [/refresh|reload|retry|sync|regenerate/, '↻'],
  [/share/, '↗'],
  [/download/, '↓'],
  [/upload/, '↑'],
  [/image|picture|photo/, '🖼'],
  [/video|play/, '▶'],
  [/more|ellipsis/, '⋯'],
  [/menu|list/, '≡'],
  [/home/, '⌂'],
  [/bell|remind/, '🔔'],
  [/money|pay|finance|wallet/, '¥'],
  [/chart|data|analy/, '📊'],
  [/fire|hot/, '🔥'],
  [/heart|love/, '♥'],
  [/(^|_)light(_|$)|sun/, '☀'],
  [/(^|_)dark(_|$)|moon|night/, '☾'],
];

/** Nearest character for an `icon_…` of the client's icon font. */
export function iconGlyph(name: string): string | undefined {
  const lower = name.toLowerCase();
  return glyphs.find(([pattern]) => pattern.test(lower))?.[1];
}

/**
 * What an icon prop shows, from its evaluated value: `{type:'icon', iconType, icon}`, an image
 * `{type:'image', url}`, an icon's bare name, or the address of an image (template-format §3.1).
 */
export function iconLook(value: JsonValue | undefined): IconLook | undefined {
  if (isJsonObject(value)) {
    if (typeof value['url'] === 'string') return imageIcon(value['url']);
    const name = value['icon'];
    if (typeof name !== 'string' || name.trim() === '') return undefined;
    return value['iconType'] === 'emoji' ? emojiIcon(name) : fontIcon(name);
  }
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return /^[a-z][\w-]*$/i.test(value.trim()) ? fontIcon(value) : imageIcon(value);
}

function fontIcon(text: string): IconLook {
  const name = text.trim();
  const glyph = iconGlyph(name);
  return glyph === undefined ? { name } : { name, glyph };
}

function emojiIcon(text: string): IconLook {
  const name = text.trim();
  return { name, glyph: emoticonGlyph(name) ?? name };
}

function imageIcon(text: string): IconLook | undefined {
  const image = imageSource(text);
  return image.kind === 'none' ? undefined : { image };
}
