import { Box } from 'ink';
import type { Focus } from '../state/queue-focus.js';
import type { AnswerDraft } from '../state/ui-state.js';
import type { ViewData } from '../state/view-data.js';
import { FormView, formHeight } from './form-view.js';
import { panelNotes, panelTitle } from './panel-head.js';
import { Rows } from './rows.js';
import { type Line, span } from './spans.js';

/** Rows of the form that are seen at most. */
const formRows = 8;

/** Rows the panel would like to have. */
export function answerPanelHeight(
  draft: AnswerDraft,
  focus: Focus,
  data: ViewData,
  width: number,
): number {
  const rows = draft.form ? Math.min(formRows, formHeight(draft.form)) : 0;
  return headLines(focus, data, width).length + rows;
}

export interface AnswerPanelProps {
  readonly draft: AnswerDraft;
  readonly focus: Focus;
  readonly data: ViewData;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Docked below the feed: an answer being typed, whose it is, and how long there is. */
export function AnswerPanel({ draft, focus, data, top, width, height }: AnswerPanelProps) {
  const whole = headLines(focus, data, width);
  // The form keeps a row as long as there is one.
  const head = whole.slice(0, Math.max(1, Math.min(whole.length, height - 1)));
  return (
    <Box flexDirection="column" width={width} height={height} flexShrink={0}>
      <Rows lines={head} width={width} height={head.length} />
      {draft.form ? (
        <FormView
          form={draft.form}
          t={data.t}
          left={0}
          top={top + head.length}
          width={width}
          height={Math.max(0, height - head.length)}
        />
      ) : null}
    </Box>
  );
}

function headLines(focus: Focus, data: ViewData, width: number): readonly Line[] {
  const rule: Line = [span('─'.repeat(width), 'quiet')];
  return [rule, panelTitle(focus, data, width), ...panelNotes(focus, data, width)];
}
