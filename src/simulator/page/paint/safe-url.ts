const LINK = /^(?:https?:\/\/|dingtalk:|mailto:)/i;
const IMAGE = /^(?:https?:\/\/|data:image\/(?:png|jpe?g|gif|webp|svg\+xml|bmp|avif|x-icon)[;,])/i;

/** What may stand in an `href`; undefined for every scheme that could run something. */
export function safeLink(url: string): string | undefined {
  const trimmed = url.trim();
  return LINK.test(trimmed) && !hasControls(trimmed) ? trimmed : undefined;
}

/** What may stand in a `src`. */
export function safeImage(url: string): string | undefined {
  const trimmed = url.trim();
  return IMAGE.test(trimmed) && !hasControls(trimmed) ? trimmed : undefined;
}

/** Browsers drop tabs and line breaks inside a URL before they read its scheme. */
function hasControls(url: string): boolean {
  return /[\u0000-\u0020\u007f]/.test(url);
}
