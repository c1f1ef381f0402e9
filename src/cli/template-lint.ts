import type { Finding } from '../card/finding.js';
import type { CardTemplate } from '../card/template/card-template.js';
import type { TemplateData } from './template-data.js';

/** Each finding once: reading, checking and drawing may come across the same thing. */
export function uniqueFindings(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, path, params }) => {
    const key = JSON.stringify([code, path, params]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What is to be said about a template by itself. */
export function templateFindings(template: CardTemplate): readonly Finding[] {
  return uniqueFindings(template.findings);
}

/** What is to be said about data for a template. */
export function dataFindings(
  _template: CardTemplate,
  _data: Pick<TemplateData, 'cardParamMap' | 'privateData'>,
): readonly Finding[] {
  return [];
}
