import { printable } from '../../base/display-width.js';
import type { ViewData } from '../state/view-data.js';

/** The nickname last seen with this userId, else the id. */
export function nameOf(userId: string, data: ViewData): string {
  return printable(data.feed.nickOf(userId) ?? userId);
}
