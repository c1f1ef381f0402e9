// Not base/display-width: its table of all widths is more than the rest of what --help loads.
const wide =
  '\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6';
const wideOnes = new RegExp(`[${wide}]`, 'g');
/** Words, and single wide characters with the marks that may not begin or end a line. */
const chunks = new RegExp(`\\s*[（「《]*(?:[^\\s${wide}]+|[${wide}])[，。、；：！？）」》]*`, 'g');

/** Cells of a help text of ours. */
export function helpWidth(text: string): number {
  return text.length + (text.match(wideOnes)?.length ?? 0);
}

/** Rows of at most `cells`; where Chinese has no blanks, it is broken between characters. */
export function wrapHelp(text: string, cells: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, cells))
    .join('\n');
}

function wrapLine(line: string, cells: number): string {
  const rows: string[] = [];
  let row = '';
  for (const chunk of line.match(chunks) ?? []) {
    if (row === '' || helpWidth(row + chunk) <= cells) {
      row += chunk;
    } else {
      rows.push(row);
      row = chunk.trimStart();
    }
  }
  return [...rows, row].join('\n');
}
