import { isJsonObject, type JsonValue } from '../../base/json-text.js';
import { emoticonGlyph } from '../markdown/emoticons.js';
import { imageSource } from './image-source.js';
import type { IconLook } from './view-node.js';

/** Words of which the parts between underscores are made up: `goodlike`, `rightarrow`. */
const compounds: readonly (readonly [RegExp, string])[] = [
  [/dislike|unlike/, '👎'],
  [/like|good|thumb/, '👍'],
  [/right_?arrow|arrow_?right|chevron_?right/, '›'],
  [/left_?arrow|arrow_?left|chevron_?left/, '‹'],
  [/down_?arrow|arrow_?down|unfold/, '▾'],
  [/up_?arrow|arrow_?up/, '▴'],
  [/duplicate|copy/, '⧉'],
  [/message|comment|conversation/, '💬'],
  [/question/, '?'],
  [/success|finish/, '✓'],
  [/warning|exclamation/, '⚠'],
  [/calendar/, '📅'],
  [/search/, '⌕'],
  [/setting/, '⚙'],
  [/delete|trash/, '🗑'],
  [/refresh|reload/, '↻'],
  [/download/, '↓'],
  [/upload/, '↑'],
  [/robot/, '🤖'],
];

const words: ReadonlyMap<string, string> = new Map(
  (
    [
      ['👎', 'bad'],
      ['›', 'next', 'forward'],
      ['‹', 'back', 'previous'],
      ['▾', 'expand', 'down'],
      ['▴', 'collapse', 'fold', 'up'],
      ['?', 'help'],
      ['💬', 'chat'],
      ['✦', 'ai', 'magic', 'spark', 'sparkles'],
      ['🤖', 'bot'],
      ['✋', 'hand'],
      ['➤', 'send', 'sending'],
      ['✓', 'check', 'done', 'tick', 'ok', 'accept', 'agree', 'confirm', 'right', 'yes'],
      ['✕', 'close', 'fail', 'failed', 'wrong', 'error', 'cancel', 'refuse', 'refused', 'no'],
      ['⚠', 'warn', 'alert'],
      ['ℹ', 'info', 'notice', 'tip', 'tips'],
      ['📅', 'date', 'schedule'],
      ['◷', 'time', 'clock', 'history'],
      ['⚙', 'gear', 'config'],
      ['+', 'add', 'plus', 'create'],
      ['−', 'minus', 'reduce'],
      ['🗑', 'remove'],
      ['✎', 'edit', 'pen', 'write'],
      ['☎', 'phone', 'call', 'tel'],
      ['✉', 'mail', 'email'],
      ['★', 'star', 'favorite', 'collect'],
      ['👤', 'user', 'person', 'people', 'group', 'contact', 'member'],
      ['🔗', 'link', 'url'],
      ['📁', 'folder'],
      ['📄', 'file', 'doc', 'note', 'report', 'page'],
      ['📍', 'location', 'address', 'map', 'pin'],
      ['🔒', 'lock', 'safe', 'shield'],
      ['↻', 'retry', 'sync', 'regenerate'],
      ['↗', 'share'],
      ['🖼', 'image', 'picture', 'photo'],
      ['▶', 'video', 'play'],
      ['⋯', 'more'],
      ['≡', 'menu', 'list'],
      ['⌂', 'home'],
      ['🔔', 'bell', 'remind'],
      ['¥', 'money', 'pay', 'finance', 'wallet'],
      ['📊', 'chart', 'data', 'analysis'],
      ['🔥', 'fire', 'hot'],
      ['♥', 'heart', 'love'],
    ] as const
  ).flatMap(([glyph, ...names]) => names.map((name) => [name, glyph] as const)),
);

/** Nearest character for an `icon_…`: the client's icon font is not available (template-format §5.7). */
export function iconGlyph(name: string): string | undefined {
  const lower = name.toLowerCase();
  const compound = compounds.find(([pattern]) => pattern.test(lower));
  if (compound !== undefined) return compound[1];
  const word = lower.split(/[_-]/).find((part) => words.has(part));
  return word === undefined ? undefined : words.get(word);
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
