import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { px } from './css-value.js';
import type { Style } from './node-style.js';
import { usePainting } from './painting.js';
import { useGesture } from './use-gesture.js';

export interface FoldedContentProps {
  readonly nodeKey: string;
  readonly fold: { readonly height: number; readonly folded: boolean };
  readonly style: Style;
  readonly children: ReactNode;
}

/** Content cut off at a height while folded; the button is there only when there is more. */
export function FoldedContent({ nodeKey, fold, style, children }: FoldedContentProps) {
  const { word, inert } = usePainting();
  const { busy, send } = useGesture(nodeKey);
  const inner = useRef<HTMLDivElement>(null);
  const [isHigher, setHigher] = useState(false);
  const height = px(fold.height) ?? 480;
  useLayoutEffect(() => {
    const content = inner.current;
    if (content === null) return;
    const measure = () => setHigher(content.offsetHeight > height);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(content);
    return () => observer.disconnect();
  }, [height]);
  const cut = fold.folded && isHigher;
  return (
    <>
      <div
        className={cut ? 'dt-fold dt-fold--cut' : 'dt-fold'}
        // Nothing can be measured in a picture: it shows everything.
        style={fold.folded && !inert ? { maxHeight: height } : {}}
      >
        <div ref={inner} className="dt-fold-inner" style={style}>
          {children}
        </div>
      </div>
      {isHigher && (
        <button
          type="button"
          className="dt-fold-toggle"
          aria-expanded={!fold.folded}
          aria-busy={busy}
          onClick={(event) => {
            event.stopPropagation();
            send({ type: 'tap' });
          }}
        >
          {word(fold.folded ? 'box.expand' : 'box.fold')}
        </button>
      )}
    </>
  );
}
