export type MessageParams = Readonly<Record<string, string | number | boolean>>;

/** Puts parameters in the place of `{name}`. Unknown placeholders stay, so that a gap is seen. */
export function fill(text: string, params: MessageParams): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}
