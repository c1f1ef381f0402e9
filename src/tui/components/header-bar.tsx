import type { Frame } from '../state/ui-store.js';
import { headerLines } from './header-lines.js';
import { Rows } from './rows.js';
import { span } from './spans.js';

export interface HeaderBarProps {
  readonly frame: Frame;
  readonly title: string;
  readonly width: number;
}

export function HeaderBar({ frame, title, width }: HeaderBarProps) {
  const isFollowing = frame.ui.list.anchorSeq === undefined;
  const { filter } = frame.ui;
  const { hidden } = frame.shown;
  const lines = headerLines(frame.data, {
    title,
    width,
    isFollowing,
    ...(filter && { filter: { text: filter.text, hidden } }),
  });
  return <Rows lines={[...lines, [span('─'.repeat(width), 'quiet')]]} width={width} height={3} />;
}
