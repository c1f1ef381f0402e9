import { type FindingCode, findingTable } from './finding-codes.js';

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

/** Takes down what is found. */
export type Find = (code: FindingCode, path: string, params?: FindingParams) => void;

/** A finding of its usual severity; long texts in `params` are cut. */
export function findingOf(code: FindingCode, path: string, params: FindingParams = {}): Finding {
  return { code, severity: findingTable[code].severity, path, params: cut(params) };
}

const LONGEST_PARAM = 200;

function cut(params: FindingParams): FindingParams {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && value.length > LONGEST_PARAM
        ? `${value.slice(0, LONGEST_PARAM)}…`
        : value,
    ]),
  );
}
