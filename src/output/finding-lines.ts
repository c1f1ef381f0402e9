import { printable } from '../base/display-width.js';
import type { Finding, Severity } from '../card/finding.js';
import { findingTable } from '../card/finding-codes.js';
import { findingFix, findingSentence } from '../i18n/finding-sentence.js';
import type { Lang } from '../i18n/sentence.js';
import { translator } from '../i18n/translate.js';

const marks: Readonly<Record<Severity, string>> = { error: '✗', warning: '!', info: '·' };

const order: readonly Severity[] = ['error', 'warning', 'info'];

/** What is wrong, where, and what to do: two lines a finding, the worst first. */
export function findingLines(findings: readonly Finding[], lang: Lang): string[] {
  return order
    .flatMap((severity) => findings.filter((finding) => finding.severity === severity))
    .flatMap((finding) => {
      const fix = findingFix(finding, lang);
      const head = `${marks[finding.severity]} ${finding.code} ${finding.path}`;
      return [
        printable(`${head}  ${findingSentence(finding, lang)}`),
        ...(fix === '' ? [] : [printable(`    → ${fix}`)]),
      ];
    });
}

/** `2 errors, 1 warning` in the language. */
export function findingCounts(findings: readonly Finding[], lang: Lang): string {
  const count = (severity: Severity) => findings.filter((one) => one.severity === severity).length;
  const [errors, warnings, notes] = [count('error'), count('warning'), count('info')];
  return translator(lang)('template.counts', { errors, warnings, notes });
}

/** The shape of a finding with `--json`; texts are English. */
export function findingJson(finding: Finding) {
  const { code, severity, path, params } = finding;
  const name = findingTable[code].name;
  const message = findingSentence(finding, 'en');
  return { code, name, severity, path, message, fix: findingFix(finding, 'en'), params };
}
