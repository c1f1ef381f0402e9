import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { usePainting } from './painting.js';

export interface PopupProps {
  /** What it hangs below; the focus goes back there. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Hangs below its anchor, over the rest of the card. Escape or a touch elsewhere closes it. */
export function Popup({ anchor, onClose, children }: PopupProps) {
  const { overlay } = usePainting();
  const box = useRef<HTMLDivElement>(null);
  // After every repaint: chips that come and go move the anchor.
  useLayoutEffect(() => {
    const from = anchor.current?.getBoundingClientRect();
    const over = overlay?.getBoundingClientRect();
    const popup = box.current;
    if (from === undefined || over === undefined || popup === null) return;
    popup.style.left = `${from.left - over.left}px`;
    popup.style.top = `${from.bottom - over.top + 4}px`;
    popup.style.minWidth = `${from.width}px`;
  });
  useLayoutEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useEffect(() => {
    const elsewhere = (event: PointerEvent) => {
      if (!(event.target instanceof Node)) return;
      if (box.current?.contains(event.target) || anchor.current?.contains(event.target)) return;
      onClose();
    };
    document.addEventListener('pointerdown', elsewhere);
    return () => document.removeEventListener('pointerdown', elsewhere);
  }, [anchor, onClose]);
  if (overlay === null) return null;
  return createPortal(
    // Events of a portal go up the tree of components: the box around the anchor must not hear them.
    <div
      ref={box}
      className="dt-popup"
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape' && event.key !== 'Tab') return;
        if (event.key === 'Escape') event.preventDefault();
        onClose();
        anchor.current?.focus();
      }}
    >
      {children}
    </div>,
    overlay,
  );
}
