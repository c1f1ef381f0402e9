import { createContext, useContext, useLayoutEffect } from 'react';
import type { CursorPlace } from '../terminal/frame-stream.js';

/** Puts the real cursor somewhere, or hides it: there an input method shows its window. */
export const CursorContext = createContext<(place: CursorPlace | undefined) => void>(() => {});

/** Renders nothing; while it stands, the terminal's cursor is at this cell of the screen. */
export function Cursor({ column, row }: CursorPlace) {
  const setCursor = useContext(CursorContext);
  useLayoutEffect(() => {
    setCursor({ column, row });
    return () => setCursor(undefined);
  }, [setCursor, column, row]);
  return null;
}
