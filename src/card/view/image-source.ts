import type { ImageSource } from './view-node.js';

const WEB = /^https?:\/\/[^\s\p{Cc}]+$/iu;
const DATA = /^data:image\/(?:png|jpe?g|gif|webp|bmp|svg\+xml)(?:;[a-z0-9=-]+)*,[^\s]*$/i;
const MEDIA = /^[@$][\w@$+=./-]+$/;

/** What a value of an image prop stands for. Only http, https and data:image are ever loaded. */
export function imageSource(value: unknown): ImageSource {
  if (typeof value !== 'string') return { kind: 'none' };
  const text = value.trim();
  if (text === '') return { kind: 'none' };
  if (WEB.test(text) || DATA.test(text)) return { kind: 'url', url: text };
  if (MEDIA.test(text)) return { kind: 'media', id: text };
  return { kind: 'refused', text };
}
