import { Box } from 'ink';
import { Row, Rows } from '../components/rows.js';
import { type Line, span, spread } from '../components/spans.js';
import type { Frame } from '../state/ui-store.js';
import type { RoomyLayout } from './feed-screen.js';

export interface DetailPaneProps {
  readonly frame: Frame;
  readonly layout: RoomyLayout;
}

/** The selected row in full, as far as it fits, from `detailTop` on. */
export function DetailPane({ frame, layout }: DetailPaneProps) {
  const { ui, data, detail } = frame;
  const { detailWidth: width, bodyHeight } = layout;
  const height = bodyHeight - 1;
  const top = Math.max(0, Math.min(ui.detailTop, detail.lines.length - height));
  const lines = detail.lines.slice(top, top + height).map((line): Line => [span(' '), ...line]);
  const below = detail.lines.length - top - height;
  const title: Line = [
    span(ui.isDetailFocused ? '▸' : ' ', 'accent'),
    span(data.t('tui.detail.title'), ui.isDetailFocused ? 'strong' : 'quiet'),
  ];
  const place: Line =
    below > 0 || top > 0 ? [span(placeText(top, height, detail.lines.length), 'quiet')] : [];
  return (
    <Box flexDirection="column" width={width} height={bodyHeight} flexShrink={0}>
      <Row line={spread(title, place, width - 1)} width={width} />
      <Rows lines={lines} width={width} height={height} />
    </Box>
  );
}

function placeText(top: number, height: number, count: number): string {
  return `${top + 1}–${Math.min(count, top + height)} / ${count}`;
}
