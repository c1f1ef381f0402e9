import type { ReactNode } from 'react';
import type { PlaceholderNode } from '../../../card/view/view-node.js';
import type { Style } from './node-style.js';
import { usePainting } from './painting.js';
import { oneLine } from './visible-text.js';

export interface PlaceholderBoxProps {
  readonly why: PlaceholderNode['why'];
  readonly what: string;
  readonly style?: Style;
  readonly children?: ReactNode;
}

/** A dashed box that says what stands here and is not shown. */
export function PlaceholderBox({ why, what, style, children }: PlaceholderBoxProps) {
  const { word } = usePainting();
  return (
    <div className="dt-placeholder" role="note" style={style} data-why={why}>
      <span className="dt-placeholder-name">
        <bdi>{oneLine(what)}</bdi> · {word(`placeholder.${why}`)}
      </span>
      {children}
    </div>
  );
}
