/** What stands where a secret stood. */
export const REDACTED = '***';

/** One cheap look at a text: most frames hold nothing to mask, and this runs for each of them. */
const suspicious = /session(?:=|%3d)|ticket|token|secret|:\/\/[^\s/@]*@/i;

/**
 * `?session=…` lets anybody write to the chat (stream-protocol §8.2 C1). Servers that escape HTML
 * write the separator as `\u0026`.
 */
const queryParameter =
  /((?:[?&;]|\\u0026)(?:session|ticket|access_?token|app_?secret|client_?secret|api_?secret)=)[^&"'\\\s;]+/gi;

/** The same in an address inside an address. */
const encodedParameter =
  /((?:%3f|%26)(?:session|ticket|access_?token|app_?secret|client_?secret|api_?secret)%3d)[^&"'\\\s;%]+/gi;

const header =
  /(x-acs-dingtalk-access-token\\*["']?\s*(?:[:=]|,(?=\s*\\*["']))\s*\\*["']?)[^\s"',\\]+/gi;

/** `https_proxy` may carry a password; connection errors repeat it. */
const userInfo = /(:\/\/[^\s/@:"'\\]{1,256}:)[^\s/@"'\\]{1,256}(?=@)/g;

/**
 * A key as JSON writes it at any depth of encoding (`"k":"`, `\"k\":\"`, `\\\"k\\\":\\\"` …), or as
 * Node prints objects (`k: '`). `ticket` is also a likely name of somebody's card variable.
 */
const keyed =
  /(?<!\\)(\\*)"(?:(ticket)|access_?token|app_?secret|client_?secret|api_?secret)\1"\s*:\s*\1"|\b(?:access_?token|app_?secret|client_?secret|api_?secret): '/gi;

/** Gateway tickets are UUIDs; a variable that only shares the name is shorter (stream-protocol §1.3). */
const ticketLike = /^[\w+/=.-]{16,}$/;

/**
 * Masks secrets by their place (known keys, headers and query parameters) and by their value.
 * Time grows linearly with the text.
 * @param secrets values to mask wherever they stand; shorter than 4 characters are ignored
 */
export function redactText(text: string, secrets: Iterable<string> = []): string {
  let out = text;
  // Longest first: of two secrets with a common beginning, no tail may stay.
  for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
    if (secret.length >= 4) out = maskForms(out, writtenForms(secret));
  }
  if (!suspicious.test(out)) return out;
  return maskKeyed(out)
    .replace(queryParameter, `$1${REDACTED}`)
    .replace(encodedParameter, `$1${REDACTED}`)
    .replace(header, `$1${REDACTED}`)
    .replace(userInfo, `$1${REDACTED}`);
}

/**
 * Masks by value only, for texts that come in thousands: the forms in which a secret may be written
 * are worked out once.
 */
export function createSecretMask(): (text: string, secrets: Iterable<string>) => string {
  const known = new Map<string, readonly string[]>();
  return (text, secrets) => {
    let out = text;
    for (const secret of secrets) {
      if (secret.length < 4) continue;
      let forms = known.get(secret);
      if (!forms) {
        forms = writtenForms(secret);
        known.set(secret, forms);
      }
      out = maskForms(out, forms);
    }
    return out;
  };
}

function maskForms(text: string, forms: readonly string[]): string {
  let out = text;
  for (const form of forms) if (out.includes(form)) out = out.split(form).join(REDACTED);
  return out;
}

/** As it is, in a URL, as JSON text, and as JSON text within JSON text; the longest first. */
function writtenForms(secret: string): readonly string[] {
  const once = JSON.stringify(secret).slice(1, -1);
  const twice = JSON.stringify(once).slice(1, -1);
  return [...new Set([twice, once, encoded(secret), secret])];
}

function encoded(secret: string): string {
  try {
    return encodeURIComponent(secret);
  } catch {
    // A lone surrogate has no URL form.
    return secret;
  }
}

/** By hand: a pattern that spans the value overflows the engine's stack when the value is megabytes long. */
function maskKeyed(text: string): string {
  let out = '';
  let done = 0;
  keyed.lastIndex = 0;
  for (let match = keyed.exec(text); match; match = keyed.exec(text)) {
    const start = keyed.lastIndex;
    const end =
      text[start - 1] === "'"
        ? endOfQuoted(text, start)
        : endOfJsonString(text, start, match[1] ?? '');
    keyed.lastIndex = end;
    if (end === start) continue;
    if (match[2] !== undefined && !ticketLike.test(text.slice(start, Math.min(end, start + 4096))))
      continue;
    out += text.slice(done, start) + REDACTED;
    done = end;
  }
  return out + text.slice(done);
}

function endOfQuoted(text: string, start: number): number {
  const end = text.indexOf("'", start);
  return end < 0 ? text.length : end;
}

/**
 * Where the string ends whose own quotes are escaped by `escape` (0, 1, 3, 7 … backslashes). A quote
 * with more of them belongs to the value, unless they are the value's own trailing backslashes.
 */
function endOfJsonString(text: string, start: number, escape: string): number {
  const level = escape.length;
  for (let at = text.indexOf('"', start); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (at - slashes - 1 >= start && text[at - slashes - 1] === '\\') slashes++;
    const surplus = Math.floor((slashes - level) / (level + 1));
    if (slashes < level || surplus % 2 === 0) return at - Math.min(slashes, level);
  }
  return text.length;
}
