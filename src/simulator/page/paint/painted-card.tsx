import { useCallback, useMemo, useState } from 'react';
import type { CardView } from '../../../card/view/card-view.js';
import { cardWord } from '../../../i18n/card-words.js';
import type { Lang } from '../../../i18n/sentence.js';
import type { FormDrafts } from './form-drafts.js';
import { PaintNode } from './paint-node.js';
import { type OnGesture, type Painting, PaintingContext } from './painting.js';
import { problemOf, type TapProblem, TapProblemLine } from './tap-problem.js';

export interface PaintedCardProps {
  readonly view: Pick<CardView, 'root'> & {
    readonly evaluation: {
      readonly switches: Pick<CardView['evaluation']['switches'], 'theme' | 'width'>;
    };
  };
  readonly onGesture: OnGesture;
  readonly drafts: FormDrafts;
  readonly lang: Lang;
  /** Drawn only; nothing reacts. */
  readonly inert?: boolean;
}

/**
 * A card as it looks on DingTalk's desktop. It keeps nothing but what is being typed or open: what a
 * gesture changes comes back as the next view.
 */
export function PaintedCard({ view, onGesture, drafts, lang, inert = false }: PaintedCardProps) {
  const { theme, width } = view.evaluation.switches;
  const [overlay, setOverlay] = useState<HTMLElement | null>(null);
  const [problem, setProblem] = useState<TapProblem>();
  const acted = useCallback<OnGesture>(
    async (key, gesture) => {
      setProblem(undefined);
      const effects = await onGesture(key, gesture);
      setProblem(problemOf(effects ?? [], lang));
      return effects;
    },
    [onGesture, lang],
  );
  const painting = useMemo<Painting>(
    () => ({
      Node: PaintNode,
      onGesture: acted,
      drafts,
      word: (word) => cardWord(lang, word),
      theme,
      inert,
      control: inert ? { tabIndex: -1 } : {},
      overlay,
    }),
    [acted, drafts, lang, theme, inert, overlay],
  );
  return (
    <PaintingContext value={painting}>
      <div
        className={inert ? 'dt-card dt-card--inert' : 'dt-card'}
        data-theme={theme}
        style={{ width }}
      >
        {view.root && <PaintNode node={view.root} flow="column" />}
        {problem && <TapProblemLine problem={problem} />}
        <div ref={setOverlay} className="dt-overlay" />
      </div>
    </PaintingContext>
  );
}
