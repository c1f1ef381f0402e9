/** ASCII for the wide forms an input method types (U+FF01–FF5E); empty for nothing. */
export function half(text: string | undefined): string {
  if (text === undefined) return '';
  return text.replace(/[\uff01-\uff5e]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}

export function isBlank(char: string | undefined): boolean {
  return char !== undefined && /\s/.test(char);
}
