/** Nothing in it that ends or begins a terminal's escape sequence, and no blank. */
const printableAscii = /^[\u0021-\u007e]+$/;

/** The address as it may stand in a hyperlink; undefined when it is none that may be opened. */
export function safeUrl(url: string): string | undefined {
  if (url.length > 2000 || !/^(https?:\/\/|dingtalk:\/\/|mailto:)/i.test(url)) return undefined;
  const encoded = escapedUrl(url);
  return encoded !== undefined && printableAscii.test(encoded) ? encoded : undefined;
}

/** Short enough to be read: host and the end of the path. */
export function urlText(url: string, most = 40): string {
  const bare = url.replace(/^https?:\/\//i, '').replace(/\/$/, '');
  return bare.length <= most ? bare : `${bare.slice(0, most - 1)}…`;
}

/** The last part of the path, which mostly is a file's name. */
export function urlName(url: string): string {
  const path = url.replace(/[?#].*$/, '').replace(/\/+$/, '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.length <= 24 ? name : `${name.slice(0, 23)}…`;
}

function escapedUrl(url: string): string | undefined {
  try {
    return encodeURI(url).replaceAll('%25', '%');
  } catch {
    // A lone surrogate.
    return undefined;
  }
}
