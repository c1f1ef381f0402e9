/**
 * C0 and C1 controls but line breaks and tabs; what reorders, hides or fakes text; halves of
 * surrogate pairs.
 */
const MISLEADING =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text from outside, with everything that could mislead a reader made visible: ESC as ␛, the rest as U+FFFD. */
export function visibleText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(MISLEADING, (mark) =>
      mark < '\u0020' ? String.fromCodePoint(0x2400 + mark.charCodeAt(0)) : '\ufffd',
    );
}

/** The same on one line, for attributes and labels. */
export function oneLine(text: string): string {
  return visibleText(text).replace(/[\n\t\u2028\u2029]+/g, ' ');
}
