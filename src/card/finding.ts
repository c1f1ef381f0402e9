import type { FindingCode } from './finding-codes.js';

export type Severity = 'error' | 'warning' | 'info';

/** Values for the placeholders of the sentence. */
export type FindingParams = Readonly<Record<string, string | number | boolean>>;

/**
 * Something worth saying about a template or about data for it. The sentence (what, because of what,
 * do this) is looked up by code in i18n/findings.ts; code, severity and path are machine output.
 */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /**
   * Where, as a JSON path. `$` is the exported file with `editorData` opened, e.g.
   * `$.editorData.schema.componentsTree[0].children[2].props.actionId`; for data it is the variable,
   * e.g. `cardParamMap.rows[0].label` or `privateData.user002.remark`.
   */
  readonly path: string;
  readonly params: FindingParams;
}

export function errorsOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}
