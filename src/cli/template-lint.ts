import type { Finding } from '../card/finding.js';
import { lintTemplate, unique } from '../card/lint/lint-template.js';
import type { CardTemplate } from '../card/template/card-template.js';
import type { TemplateData } from './template-data.js';

/** What is to be said about data for a template. */
export function dataFindings(
  _template: CardTemplate,
  _data: Pick<TemplateData, 'cardParamMap' | 'privateData'>,
): readonly Finding[] {
  return [];
}

/** A template and, where there is data of its own for it, that data. */
export function allFindings(template: CardTemplate, data: TemplateData): readonly Finding[] {
  // The editor's preview data is nobody's mistake.
  const ofData =
    data.source === 'given' || data.source === 'project' ? dataFindings(template, data) : [];
  return unique([...lintTemplate(template), ...ofData]);
}
