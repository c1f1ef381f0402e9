import { printable, truncate } from '../base/display-width.js';
import type { ComponentUse, SupportReport } from '../card/view/card-view.js';
import { approximationSentence } from '../i18n/fidelity.js';
import type { Lang } from '../i18n/sentence.js';
import { translator } from '../i18n/translate.js';

/** Cells; no component that exists comes near. */
const LONGEST_NAME = 60;

const levels = ['full', 'partial', 'placeholder'] as const;

/** How faithfully a card is drawn: a line each for what is whole, approximate and left out. */
export function supportLines({ components }: SupportReport, lang: Lang): string[] {
  const t = translator(lang);
  return levels.flatMap((level) => {
    const uses = components.filter((use) => use.level === level);
    if (uses.length === 0) return [];
    const names = uses.map((use) => useWords(use, lang)).join(lang === 'zh' ? '；' : '; ');
    return [printable(t(`template.support.${level}`, { components: names }))];
  });
}

function useWords({ component, count, approximations }: ComponentUse, lang: Lang): string {
  const times = count > 1 ? ` ×${count}` : '';
  const words = approximations.map((word) => approximationSentence(word, lang)).join(', ');
  return `${truncate(component, LONGEST_NAME)}${times}${words === '' ? '' : ` (${words})`}`;
}
