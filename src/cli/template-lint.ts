import type { Finding } from '../card/finding.js';
import { lintData } from '../card/lint/lint-data.js';
import { lintStreamingKey } from '../card/lint/lint-streaming-key.js';
import { lintTemplate, unique } from '../card/lint/lint-template.js';
import type { CardTemplate } from '../card/template/card-template.js';
import type { TemplateData } from './template-data.js';

/** A template and, where there is data of its own for it, that data. */
export function allFindings(
  template: CardTemplate,
  data: TemplateData,
  streamingKeys: readonly string[] = [],
): readonly Finding[] {
  const { cardParamMap, privateData, source } = data;
  // The editor's preview data is nobody's mistake, and no data is none.
  const ofData =
    source === 'given' || source === 'project'
      ? lintData(template, { cardParamMap, privateData })
      : [];
  const ofKeys = streamingKeys.flatMap((key) => lintStreamingKey(template, key));
  return unique([...lintTemplate(template), ...ofData, ...ofKeys]);
}
