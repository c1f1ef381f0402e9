/** How many characters an alias may have. */
const longest = 64;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Letters and digits of any script, `.`, `_` and `-`, beginning with a letter or digit. An alias
 * never looks like a cardTemplateId (`….schema`, a UUID) or like a file (`….json`), so that one word
 * on the command line can mean all three.
 */
export function isTemplateAlias(text: string): boolean {
  if (Array.from(text).length > longest || !/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u.test(text))
    return false;
  return !/\.(schema|json)$/i.test(text) && !uuid.test(text);
}

/**
 * The alias a file suggests by its name; undefined when it suggests none.
 * @param name without directories
 */
export function aliasOfFile(name: string): string | undefined {
  const words = sameForm(name)
    .replace(/\.json$/i, '')
    .replace(/\.schema$/i, '')
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+|[._-]+$/gu, '');
  const alias = Array.from(words).slice(0, longest).join('');
  return isTemplateAlias(alias) ? alias : undefined;
}

/** What looks the same is the same: macOS hands out file names in another form than keyboards type. */
export function sameForm(text: string): string {
  return text.normalize('NFC');
}
