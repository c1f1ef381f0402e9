/** What stands where a secret stood. */
export const REDACTED = '***';

const patterns: readonly (readonly [RegExp, string])[] = [
  // sessionWebhook carries a token that lets anybody write to the chat (stream-protocol §8.2 C1).
  [/([?&]session=)[^&"'\\\s]+/gi, `$1${REDACTED}`],
  [/([?&](?:ticket|access_token|appsecret)=)[^&"'\\\s]+/gi, `$1${REDACTED}`],
  [
    /("(?:clientSecret|appSecret|client_secret|accessToken|access_token|ticket|apiSecret|appsecret)"\s*:\s*")(?:[^"\\]|\\.)*/gi,
    `$1${REDACTED}`,
  ],
  [
    /(\\"(?:clientSecret|appSecret|client_secret|accessToken|access_token|ticket|apiSecret|appsecret)\\"\s*:\s*\\")(?:[^"\\])*/gi,
    `$1${REDACTED}`,
  ],
  [/(x-acs-dingtalk-access-token["']?\s*[:=]\s*["']?)[^\s"',]+/gi, `$1${REDACTED}`],
];

/** One cheap look at a text: most frames hold nothing to mask, and this runs for each of them. */
const suspicious = /session=|ticket|access_?token|secret|x-acs-/i;

/**
 * Masks secrets by their place (known keys and query parameters) and by their value.
 * @param secrets values to mask wherever they stand; shorter than 4 characters are ignored
 */
export function redactText(text: string, secrets: Iterable<string> = []): string {
  let out = text;
  for (const secret of secrets) {
    if (secret.length >= 4) out = out.split(secret).join(REDACTED);
  }
  if (!suspicious.test(out)) return out;
  for (const [pattern, replacement] of patterns) out = out.replace(pattern, replacement);
  return out;
}
