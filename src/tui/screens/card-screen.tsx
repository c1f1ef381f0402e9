import { Box } from 'ink';
import { printable } from '../../base/display-width.js';
import { highlighted } from '../../paint/highlight.js';
import { cardPanelLines } from '../components/card-panel-lines.js';
import { CardPromptView } from '../components/card-prompt.js';
import { shortId } from '../components/format.js';
import { PaintedRows } from '../components/painted-rows.js';
import { Row, Rows } from '../components/rows.js';
import { joined, type Line, span, spread } from '../components/spans.js';
import { cardAreas } from '../state/card-layout.js';
import type { Frame } from '../state/ui-store.js';
import type { RoomyLayout } from './feed-screen.js';

export interface CardScreenProps {
  readonly frame: Frame;
  readonly layout: RoomyLayout;
}

/** One card as its recipients see it, what can be touched on it, and what came of touching. */
export function CardScreen({ frame, layout }: CardScreenProps) {
  const { card: ui } = frame.ui;
  const { card } = frame;
  if (!ui || !card) return null;
  const { t } = frame.data;
  const { width, rows, panel } = cardAreas(layout, ui.prompt);
  const { painted, focused } = card;
  const lines = focused ? highlighted(painted, focused) : painted.lines;
  const top = Math.max(0, Math.min(ui.top, lines.length - rows));
  const seen = lines.slice(top, top + rows);
  const below = ui.prompt ? (
    <CardPromptView prompt={ui.prompt} panel={panel} t={t} />
  ) : (
    <Rows
      lines={cardPanelLines(ui, card, frame.data, panel.width)}
      width={panel.width}
      height={panel.rows}
    />
  );
  const isWide = layout.mode === 'wide';
  return (
    <Box flexDirection="column" height={layout.bodyHeight}>
      <Row
        line={titleLine(frame, top, rows, lines.length, layout.columns)}
        width={layout.columns}
      />
      <Box flexDirection={isWide ? 'row' : 'column'}>
        <PaintedRows lines={seen} width={width} height={rows} />
        {isWide ? (
          <Rows lines={dividerLines(rows)} width={panel.left - width} height={rows} />
        ) : (
          <Row line={[span('─'.repeat(panel.width), 'quiet')]} width={panel.width} />
        )}
        <Box flexDirection="column" width={panel.width}>
          {below}
        </Box>
      </Box>
    </Box>
  );
}

function dividerLines(rows: number): readonly Line[] {
  return Array.from({ length: rows }, () => [span(' '), span('│', 'quiet')]);
}

function titleLine(frame: Frame, top: number, rows: number, count: number, columns: number): Line {
  const { card: ui } = frame.ui;
  const { t } = frame.data;
  if (!ui) return [];
  const viewers = frame.card?.viewers ?? [];
  const viewer = viewers.find(({ userId }) => userId === ui.userId)?.name ?? ui.userId ?? '';
  const isCard = ui.shows === 'card' && frame.card?.view !== undefined;
  const left = joined([
    [span(`▸${t('tui.cardScreen.title')} `, 'strong'), span(printable(shortId(ui.outTrackId)))],
    [span(`${t('tui.cardScreen.viewer')} `, 'quiet'), span(printable(viewer), 'accent')],
    isCard ? [span(t(`tui.cardScreen.${ui.theme}`), 'quiet')] : [],
    isCard ? [] : [span(t('tui.cardScreen.data'), 'quiet')],
  ]);
  const place = `${top + 1}–${Math.min(count, top + rows)} / ${count}`;
  return spread(left, count > rows ? [span(place, 'quiet')] : [], columns - 1);
}
