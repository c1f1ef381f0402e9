/** Only the end of a text can be unfinished. */
const TAIL = 4000;

/**
 * A text that is still being written, made whole at its end: a half tag or link is held back, an open
 * bold is closed, the first line of a table stands as a table. Code in an open fence stays as it is.
 */
export function finishStreamed(text: string): string {
  if (isInFence(text)) return text;
  const start = Math.max(text.lastIndexOf('\n\n') + 2, text.length - TAIL, 0);
  const from = text.lastIndexOf('\n\n') < 0 && text.length <= TAIL ? 0 : start;
  const tail = text.slice(from);
  return `${text.slice(0, from)}${wholeTable(closeMarks(withoutHalves(tail)))}`;
}

function isInFence(text: string): boolean {
  const fences = text.match(/^ {0,3}(?:```|~~~)/gm);
  return fences !== null && fences.length % 2 === 1;
}

const HALF_TAG = /<(?:\/?[a-z]{1,4}(?:\s[^<>]{0,500})?)?$/i;
const HALF_IMAGE = /!(?:\[[^[\]\n]{0,500}(?:\](?:\([^()\s]{0,2000})?)?)?$/;
const HALF_LINK = /\[([^[\]\n]{0,500})(?:\]\([^()\s]{0,2000})?$/;

const withoutHalves = (tail: string): string =>
  tail.replace(HALF_TAG, '').replace(HALF_IMAGE, '').replace(HALF_LINK, '$1');

const marks = ['`', '**', '~~'] as const;

function closeMarks(tail: string): string {
  let text = tail;
  for (const mark of marks) {
    const bare = mark === '`' ? text : text.replace(/`[^`]*`/g, '');
    if ((bare.split(mark).length - 1) % 2 === 0) continue;
    const trimmed = text.trimEnd();
    if (trimmed.endsWith(mark)) text = trimmed.slice(0, -mark.length);
    else if (mark === '**' && trimmed.endsWith('*')) text = `${trimmed}*`;
    else text = `${trimmed}${mark}${text.slice(trimmed.length)}`;
  }
  return text;
}

/** A head without its line of dashes, or with half of one. */
const HALF_TABLE = /^(\|[^\n]*\|[^\n]*)(?:\n[|:\s-]*)?$/;

function wholeTable(tail: string): string {
  const head = HALF_TABLE.exec(tail)?.[1]?.trimEnd();
  if (head === undefined) return tail;
  const cells = head.replace(/^\||\|$/g, '').split('|').length;
  return `${head}\n|${' --- |'.repeat(cells)}`;
}
