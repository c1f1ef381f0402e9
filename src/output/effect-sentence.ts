import { type AnswerEffect, emptyingOptions } from '../log/answer-effect.js';
import type { EventSentence, SentenceContext } from './event-sentence.js';

/** Most names in one line. */
const namedVariables = 8;

/**
 * What is easily overlooked about an answer or an update: variables that became empty because the
 * whole map was replaced, and people who see more, or less, than one might think. Mostly nothing.
 */
export function effectSentence(
  effect: AnswerEffect,
  { t, names }: Pick<SentenceContext, 't' | 'names'>,
): EventSentence[] {
  const { emptied, reach } = effect;
  const name = names.person(effect.userId);
  const parts: string[] = [];
  if (emptied.length > 0) {
    const words = emptied.slice(0, namedVariables).map((one) => one.name);
    parts.push(
      t('effect.emptied', {
        names: [...words, ...(emptied.length > words.length ? ['…'] : [])].join(', '),
        options: emptyingOptions(effect).join(', '),
      }),
    );
  } else if (!effect.isBeforeKnown && effect.cardData?.how === 'replaced') {
    parts.push(t('effect.mayEmpty', { option: effect.cardData.option }));
  }
  if (effect.cardData && reach === 'clicker') parts.push(t('effect.clickerOnly', { name }));
  if (effect.reachesMoreThanAnswer) parts.push(t('effect.reachesMore', { name }));
  if (parts.length === 0) return [];
  const kind = effect.as === 'answer' ? 'answer' : 'card';
  return [{ kind, text: parts.join(' · '), tone: 'warn' }];
}
