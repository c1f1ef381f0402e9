import { Box } from 'ink';
import { printable, wrap } from '../../base/display-width.js';
import { FormView } from '../components/form-view.js';
import { Rows } from '../components/rows.js';
import { type Line, span } from '../components/spans.js';
import type { ComposeStatus } from '../state/ui-state.js';
import type { Frame } from '../state/ui-store.js';
import type { RoomyLayout } from './feed-screen.js';

export interface ComposeScreenProps {
  readonly frame: Frame;
  readonly layout: RoomyLayout;
}

/** A new card: template, recipient, variables; and what became of the last one sent. */
export function ComposeScreen({ frame, layout }: ComposeScreenProps) {
  const { compose } = frame.ui;
  const { t } = frame.data;
  const { columns: width, bodyHeight, bodyTop } = layout;
  if (!compose) return null;
  const head: Line[] = [[span(` ${t('tui.compose.title')}`, 'heading')]];
  const status = statusLines(compose.status, frame, width).slice(0, Math.max(1, bodyHeight - 6));
  const formHeight = Math.max(1, bodyHeight - head.length - status.length);
  return (
    <Box flexDirection="column" height={bodyHeight}>
      <Rows lines={head} width={width} height={head.length} />
      <FormView
        form={compose.form}
        t={t}
        left={0}
        top={bodyTop + head.length}
        width={width}
        height={formHeight}
      />
      <Rows lines={status} width={width} height={status.length} />
    </Box>
  );
}

function statusLines(status: ComposeStatus, frame: Frame, width: number): readonly Line[] {
  const { t } = frame.data;
  const rows = (text: string, tone: 'bad' | 'plain'): Line[] =>
    wrap(text, width - 4).map((row, index) => [
      span(index === 0 && tone === 'bad' ? ' ✗ ' : '   ', tone),
      span(row, tone),
    ]);
  switch (status.is) {
    case 'editing':
      return status.problem ? [[span(' ✗ ', 'bad'), ...status.problem]] : [];
    case 'sending':
      return [[span(` ◐ ${t('tui.compose.sending')}`, 'waiting')]];
    case 'failed':
      return [
        ...rows(status.sentence, 'bad'),
        ...(status.next === '' ? [] : rows(status.next, 'plain')),
      ];
    case 'sent':
      return [
        [
          span(` ${t('tui.compose.sent')} `, 'strong'),
          span(printable(status.card.outTrackId), 'quiet'),
        ],
        ...status.card.deliverResults.map((result): Line => {
          const rest = result.success ? (result.carrierId ?? '') : (result.errorMsg ?? '');
          return [
            span(result.success ? ' ✓ ' : ' ✗ ', result.success ? 'good' : 'bad'),
            span(printable(`${result.spaceType} ${result.spaceId}  `)),
            span(printable(rest), result.success ? 'quiet' : 'bad'),
          ];
        }),
      ];
  }
}
