import { Box } from 'ink';
import { AnswerPanel } from '../components/answer-panel.js';
import { feedHeading, feedLines } from '../components/feed-line.js';
import { Row, Rows } from '../components/rows.js';
import { span } from '../components/spans.js';
import type { Layout } from '../state/layout.js';
import type { Slot } from '../state/ui-state.js';
import { type Frame, listRows } from '../state/ui-store.js';
import { DetailPane } from './detail-pane.js';

export type RoomyLayout = Exclude<Layout, { readonly mode: 'tooSmall' }>;

export interface FeedScreenProps {
  readonly frame: Frame;
  readonly layout: RoomyLayout;
  readonly slots: readonly Slot[];
}

/** The feed, the detail beside or instead of it, and the answer below. */
export function FeedScreen({ frame, layout, slots }: FeedScreenProps) {
  const { ui, data } = frame;
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
      {ui.answer && layout.panelHeight > 0 ? (
        <AnswerPanel
          draft={ui.answer}
          slots={slots}
          data={data}
          top={layout.panelTop}
          width={layout.columns}
          height={layout.panelHeight}
        />
      ) : null}
    </Box>
  );
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
  const { data, shown, list, ui } = frame;
  const { listWidth, rowHeight } = layout;
  // A blank before the divider.
  const width = layout.mode === 'wide' ? listWidth - 1 : listWidth;
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
        const lines = feedLines(row, data, width, rowHeight, isSelected);
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
