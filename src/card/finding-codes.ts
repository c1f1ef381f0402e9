/**
 * Every finding there is; codes are stable and never reused, severities are the usual ones and a
 * finding may carry another. T1xx the file · T2xx the template's parts · T3xx what happens while it
 * is evaluated · D1xx data against a template. Sentences live in i18n/findings.ts as `<code>` and
 * `<code>.fix`.
 */
export const findingTable = {
  T100: { severity: 'error', name: 'not-json' },
  T101: { severity: 'error', name: 'not-a-template' },
  T102: { severity: 'error', name: 'editor-data-broken' },
  T103: { severity: 'warning', name: 'schema-version-unknown' },
  T104: { severity: 'warning', name: 'card-type-unknown' },
  T105: { severity: 'error', name: 'custom-widget' },
  T106: { severity: 'error', name: 'no-root' },
  T107: { severity: 'error', name: 'nested-too-deep' },
  T108: { severity: 'error', name: 'cycle' },
  T109: { severity: 'error', name: 'too-many-nodes' },
  T110: { severity: 'warning', name: 'malformed-part' },
  T111: { severity: 'error', name: 'too-large' },
} as const satisfies Record<string, FindingEntry>;

interface FindingEntry {
  readonly severity: 'error' | 'warning' | 'info';
  readonly name: string;
}

export type FindingCode = keyof typeof findingTable;
