import type { Figure, Target } from './figure.js';

const head = ['figure', 'dtcard', 'baseline', 'unit', 'ratio', 'quartiles', 'target', ''];

/** Figures as aligned text, one row each. */
export function renderTable(figures: readonly Figure[]): string {
  const rows = [head, ...figures.map(rowOf)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] as number;
          return column === 0 || column > 2 ? cell.padEnd(width) : cell.padStart(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function rowOf(figure: Figure): readonly string[] {
  return [
    figure.name,
    shortNumber(figure.ours),
    shortNumber(figure.baseline),
    figure.unit,
    ratioText(figure.ratio),
    figure.ratioQuartiles.every(Number.isFinite)
      ? figure.ratioQuartiles.map(ratioText).join('–')
      : '',
    figure.target ? targetText(figure.target) : '',
    figure.met === undefined ? '' : figure.met ? 'met' : 'MISSED',
  ];
}

/** Three significant digits, no exponent. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100 || Number.isInteger(value)) return value.toFixed(0);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3);
}

/** Where the baseline lost nothing there is no ratio. */
function ratioText(ratio: number): string {
  return Number.isFinite(ratio) ? ratio.toFixed(2) : '–';
}

function targetText(target: Target): string {
  if ('ratioAtMost' in target) return `ratio ≤ ${target.ratioAtMost}`;
  if ('ratioAtLeast' in target) return `ratio ≥ ${target.ratioAtLeast}`;
  return `≤ ${target.valueAtMost}`;
}
