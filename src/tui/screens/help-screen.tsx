import type { Translate } from '../../i18n/translate.js';
import { helpLines } from '../components/help-lines.js';
import { Rows } from '../components/rows.js';
import type { RoomyLayout } from './feed-screen.js';

export interface HelpScreenProps {
  readonly top: number;
  readonly layout: RoomyLayout;
  readonly t: Translate;
}

export function HelpScreen({ top, layout, t }: HelpScreenProps) {
  const lines = helpLines(t);
  const from = Math.max(0, Math.min(top, lines.length - layout.bodyHeight));
  return <Rows lines={lines.slice(from)} width={layout.columns} height={layout.bodyHeight} />;
}
