import { Box } from 'ink';
import { AnswerFormPanel } from '../components/answer-form-panel.js';
import { ArmPanel } from '../components/arm-panel.js';
import { feedHeading, feedLines } from '../components/feed-line.js';
import { PinPrompt } from '../components/pin-prompt.js';
import { QueuePanel } from '../components/queue-panel.js';
import { Row, Rows } from '../components/rows.js';
import { span } from '../components/spans.js';
import type { Layout } from '../state/layout.js';
import { dockOf } from '../state/panel-dock.js';
import { type Frame, listRows } from '../state/ui-store.js';
import { DetailPane } from './detail-pane.js';

export type RoomyLayout = Exclude<Layout, { readonly mode: 'tooSmall' }>;

export interface FeedScreenProps {
  readonly frame: Frame;
  readonly layout: RoomyLayout;
}

/** The feed, the detail beside or instead of it, and the answer below. */
export function FeedScreen({ frame, layout }: FeedScreenProps) {
  const { ui } = frame;
  const isWide = layout.mode === 'wide';
  const showsList = isWide || !ui.isDetailFocused;
  const showsDetail = isWide || ui.isDetailFocused;
  return (
    <Box flexDirection="column">
      <Box height={layout.bodyHeight}>
        {showsList ? <FeedList frame={frame} layout={layout} /> : null}
        {isWide ? <Divider height={layout.bodyHeight} /> : null}
        {showsDetail ? <DetailPane frame={frame} layout={layout} /> : null}
      </Box>
      {layout.panelHeight > 0 ? <DockedPanel frame={frame} layout={layout} /> : null}
    </Box>
  );
}

function DockedPanel({ frame, layout }: FeedScreenProps) {
  const { ui, data, focus, slots } = frame;
  const { panelTop: top, columns: width, panelHeight: height } = layout;
  const place = { data, top, width, height };
  switch (dockOf(ui, frame)) {
    case 'arming':
      return ui.arming ? <ArmPanel arming={ui.arming} {...place} /> : null;
    case 'form':
      return ui.editing ? <AnswerFormPanel editing={ui.editing} {...place} /> : null;
    case 'pin':
      return ui.pinning ? <PinPrompt pinning={ui.pinning} {...place} /> : null;
    case 'queue':
      return <QueuePanel focus={focus} slots={slots} data={data} width={width} height={height} />;
    case undefined:
      return null;
  }
}

function Divider({ height }: { readonly height: number }) {
  const lines = Array.from({ length: height }, () => [span('│', 'quiet')]);
  return <Rows lines={lines} width={1} height={height} />;
}

interface FeedListProps {
  readonly frame: Frame;
  readonly layout: RoomyLayout;
}

/** Only the rows that are seen; the length of the feed costs nothing. */
function FeedList({ frame, layout }: FeedListProps) {
  const { data, shown, list, ui, focus } = frame;
  const { listWidth, rowHeight } = layout;
  // A blank before the divider.
  const width = layout.mode === 'wide' ? listWidth - 1 : listWidth;
  // What the panel below is about may be another row than the selected one.
  const asked = layout.panelHeight > 0 ? focus.exchange?.exchangeId : undefined;
  const seen = shown.rows.slice(list.top, list.top + listRows(layout));
  return (
    <Box flexDirection="column" width={listWidth} height={layout.bodyHeight} flexShrink={0}>
      {layout.mode === 'narrow' ? null : <Row line={feedHeading(data, width)} width={width} />}
      {seen.length === 0 ? (
        <Row
          line={[
            span(`  ${data.t(shown.hidden > 0 ? 'tui.filter.nothing' : 'tui.empty')}`, 'quiet'),
          ]}
          width={width}
        />
      ) : null}
      {seen.flatMap((row, index) => {
        const isSelected = list.top + index === list.selected;
        const isAsked = row.kind === 'exchange' && row.exchangeId === asked;
        const mark = isSelected ? 'selected' : isAsked ? 'asked' : 'none';
        const lines = feedLines(row, data, width, rowHeight, mark);
        return lines.map((line, part) => (
          <Row
            key={`${row.seq}.${part}`}
            line={line}
            width={width}
            isInverse={isSelected && !ui.isDetailFocused}
          />
        ));
      })}
    </Box>
  );
}
