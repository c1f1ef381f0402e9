import { describe, expect, it } from 'vitest';
import { translator } from '../../../src/i18n/translate.js';
import { jsonProblemText } from '../../../src/tui/components/json-problem.js';
import { readResponse } from '../../../src/tui/state/answer-json.js';

function said(text: string, lang: 'zh' | 'en'): string {
  const read = readResponse(text);
  if (read.ok) throw new Error('it is an answer');
  return jsonProblemText(read.problem, translator(lang), lang);
}

describe('why a text is no answer', () => {
  it('has the place of a mistake', () => {
    expect(said('{\n "a" 1}', 'en')).toBe('line 2, column 6: a colon is expected here');
    expect(said('[1', 'zh')).toBe('第 1 行第 3 列：这里应有逗号或右方括号');
  });

  it('has the sentence of a finding', () => {
    expect(said('{"privateCardData":{}}', 'en')).toContain('userPrivateData');
  });
});
