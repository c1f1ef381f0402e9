/** Small templates in the exported form, and what the lint says of them. */
import {
  exportTemplate,
  type NodeSource,
  nodes,
  type TemplateSource,
} from '../../../scripts/templates/exported.js';
import type { Finding } from '../../../src/card/finding.js';
import { type LintNode, lintNodes } from '../../../src/card/lint/lint-node.js';
import { readTemplate } from '../../../src/card/template/read-template.js';

export const node = nodes('test');

export const templateOf = (source: TemplateSource) => readTemplate(exportTemplate(source));

export const cardOf = (children: readonly NodeSource[], rest: Partial<TemplateSource> = {}) =>
  templateOf({ root: node('Card', {}, children, 'root'), ...rest });

export function nodesOf(template: ReturnType<typeof templateOf>): readonly LintNode[] {
  if (!template.root) throw new Error('no root');
  return [...lintNodes(template.root)];
}

/** `code path` with the beginning all paths share left out. */
export const said = (findings: readonly Finding[]) =>
  findings.map(
    ({ code, path }) =>
      `${code} ${path.replace(/^.*componentsTree\[0\]/, '~').replace('$.editorData', '$')}`,
  );
