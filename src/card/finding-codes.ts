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
  T109: { severity: 'error', name: 'too-many-nodes' },
  T110: { severity: 'warning', name: 'malformed-part' },
  T111: { severity: 'error', name: 'too-large' },
  T200: { severity: 'warning', name: 'repeated-node-id' },
  T201: { severity: 'warning', name: 'repeated-variable' },
  T300: { severity: 'warning', name: 'undeclared-name' },
  T301: { severity: 'error', name: 'expression-broken' },
  T302: { severity: 'warning', name: 'unknown-function' },
  T303: { severity: 'error', name: 'expression-cycle' },
  T304: { severity: 'error', name: 'evaluation-limit' },
  T305: { severity: 'warning', name: 'loop-reference-outside-loop' },
  T306: { severity: 'warning', name: 'not-a-path' },
  T307: { severity: 'warning', name: 'unknown-operator' },
  T308: { severity: 'warning', name: 'not-a-list' },
  T309: { severity: 'info', name: 'object-as-text' },
  T310: { severity: 'info', name: 'empty-list-tested' },
  D100: { severity: 'info', name: 'value-encoded' },
  T340: { severity: 'warning', name: 'unknown-component' },
  T341: { severity: 'error', name: 'component-failed' },
  T342: { severity: 'warning', name: 'unknown-value' },
  T343: { severity: 'info', name: 'unknown-colour' },
  T344: { severity: 'info', name: 'unknown-text-style' },
  T345: { severity: 'error', name: 'view-too-large' },
  T346: { severity: 'warning', name: 'ai-state-missing' },
  T347: { severity: 'warning', name: 'markdown-type-missing' },
  T348: { severity: 'warning', name: 'link-refused' },
  T349: { severity: 'warning', name: 'image-refused' },
  T350: { severity: 'warning', name: 'markdown-cut' },
  T351: { severity: 'error', name: 'view-too-deep' },
  T352: { severity: 'warning', name: 'flow-status-invalid' },
  T360: { severity: 'warning', name: 'status-unset' },
  T361: { severity: 'info', name: 'status-absent' },
  D150: { severity: 'warning', name: 'list-expected' },
  D151: { severity: 'warning', name: 'object-expected' },
  D152: { severity: 'warning', name: 'entry-malformed' },
  D153: { severity: 'warning', name: 'list-cut' },
  D154: { severity: 'warning', name: 'index-out-of-range' },
  D155: { severity: 'warning', name: 'number-expected' },
  D156: { severity: 'warning', name: 'chart-type-unknown' },
  D157: { severity: 'warning', name: 'field-type-unknown' },
  D158: { severity: 'warning', name: 'field-without-name' },
  D159: { severity: 'warning', name: 'field-repeated' },
  D160: { severity: 'warning', name: 'default-unusable' },
  D161: { severity: 'warning', name: 'event-unusable' },
  D162: { severity: 'warning', name: 'cell-type-unknown' },
} as const satisfies Record<string, FindingEntry>;

interface FindingEntry {
  readonly severity: 'error' | 'warning' | 'info';
  readonly name: string;
}

export type FindingCode = keyof typeof findingTable;
