import { type ComponentType, createContext, useContext } from 'react';
import type { Effect, FormProblem } from '../../../card/act/effect.js';
import type { Gesture } from '../../../card/act/gesture.js';
import type { ViewNode } from '../../../card/view/view-node.js';
import type { CardWord } from '../../../i18n/card-words.js';
import type { FormDrafts } from './form-drafts.js';
import type { Flow } from './node-style.js';

/** What came of a gesture; whoever acts shows it, the painter only reads what forms may not submit. */
export type OnGesture = (
  key: string,
  gesture: Gesture,
) => Promise<readonly Effect[] | undefined | void>;

/** One node and the flow of the box it stands in. */
export interface FaceProps<N extends ViewNode> {
  readonly node: N;
  readonly flow: Flow;
}

/** What every painted node can reach. */
export interface Painting {
  /** Paints any node; handed down, because nodes hold nodes. */
  readonly Node: ComponentType<FaceProps<ViewNode>>;
  readonly onGesture: OnGesture;
  readonly drafts: FormDrafts;
  readonly word: (word: CardWord) => string;
  readonly theme: 'light' | 'dark';
  /** A picture of the card: controls are drawn and do nothing. */
  readonly inert: boolean;
  /** Props of every control: in a picture none takes the focus. */
  readonly control: { readonly tabIndex?: -1 };
  /** Where popups are drawn, above everything else of the card; null until it is there. */
  readonly overlay: HTMLElement | null;
}

export const PaintingContext = createContext<Painting | undefined>(undefined);

export function usePainting(): Painting {
  const painting = useContext(PaintingContext);
  if (painting === undefined) throw new Error('a card node outside of a card');
  return painting;
}

/** How a button inside a form tells it what may not be submitted yet. */
export const FormProblemsContext = createContext<
  ((problems: readonly FormProblem[]) => void) | undefined
>(undefined);
