import type { Effect } from '../../../card/act/effect.js';
import { actingMessages } from '../../../i18n/acting.js';
import { type CardWord, cardWord, isCardWord } from '../../../i18n/card-words.js';
import { fill } from '../../../i18n/fill.js';
import type { Lang } from '../../../i18n/sentence.js';
import { oneLine } from './visible-text.js';

/** Why a touch had no effect, where DingTalk itself would show nothing. */
export interface TapProblem {
  readonly is: 'failed' | 'nothing';
  readonly text: string;
}

/** The last thing that went wrong. A closed dialog is nothing wrong. */
export function problemOf(effects: readonly Effect[], lang: Lang): TapProblem | undefined {
  for (const effect of [...effects].reverse()) {
    if (effect.type === 'callback' && !effect.reply.ok) {
      return { is: 'failed', text: failureText(effect.reply.reason, lang) };
    }
    if (effect.type === 'nothing' && effect.why !== 'cancelled') {
      const sentence = actingMessages[`nothing.${effect.why}`][lang];
      return { is: 'nothing', text: fill(sentence, { what: oneLine(effect.what ?? '') }) };
    }
  }
  return undefined;
}

function failureText(reason: string, lang: Lang): string {
  const [, code] = /^code (\d+)$/.exec(reason) ?? [];
  if (code !== undefined) return fill(cardWord(lang, 'problem.code'), { code });
  const word: `problem.${string}` = `problem.${reason}`;
  if (isCardWord(word)) return cardWord(lang, word);
  const other: CardWord = 'problem.other';
  return fill(cardWord(lang, other), { reason: oneLine(reason) });
}

/** Below the card, set apart from it: it is no part of what DingTalk shows. */
export function TapProblemLine({ problem }: { problem: TapProblem }) {
  return (
    <p className="dt-tap-problem" role="alert" data-problem={problem.is}>
      {problem.text}
    </p>
  );
}
