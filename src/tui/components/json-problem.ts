import { findingSentence } from '../../i18n/finding-sentence.js';
import type { Lang } from '../../i18n/sentence.js';
import type { Translate } from '../../i18n/translate.js';
import type { JsonProblem } from '../state/answer-json.js';

/** Why what is typed is no answer, with its place where it is no JSON. */
export function jsonProblemText(problem: JsonProblem, t: Translate, lang: Lang): string {
  if (problem.is === 'shape') return findingSentence(problem.finding, lang);
  return t('tui.json.at', { ...problem.place, what: t(`tui.json.${problem.code}`) });
}
