import { Box } from 'ink';
import { displayWidth } from '../../base/display-width.js';
import type { PinUi } from '../state/pinning.js';
import type { ViewData } from '../state/view-data.js';
import { Rows } from './rows.js';
import { type Line, span } from './spans.js';
import { TextEditor } from './text-editor.js';

/** Rows the prompt would like to have: a rule, what is pinned, the name, and what it may hold for. */
export function pinPromptHeight({ choices }: PinUi): number {
  return 3 + choices.length;
}

export interface PinPromptProps {
  readonly pinning: PinUi;
  readonly data: ViewData;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Docked below the feed: the name of the rule, and what it is to hold for. */
export function PinPrompt({ pinning, data, top, width, height }: PinPromptProps) {
  const { t } = data;
  const { buffer, says, choices, at } = pinning;
  const head: Line[] = [
    [span('─'.repeat(width), 'quiet')],
    [span(` ${t('tui.pin.title')}  `, 'heading'), span(t('tui.pin.says', { what: says }))],
  ];
  const label = ` ${t('tui.pin.name')} › `;
  const room = Math.max(0, height - head.length - 1);
  const from = Math.max(0, at - room + 1);
  const lines = choices.slice(from, from + room).map((choice, index): Line => {
    const isAt = from + index === at;
    return [
      span(isAt ? ' › ' : '   ', 'accent'),
      span(isAt ? '(•) ' : '( ) ', isAt ? 'accent' : 'quiet'),
      span(choice.label, isAt ? 'strong' : 'plain'),
    ];
  });
  return (
    <Box flexDirection="column" width={width} height={height} flexShrink={0}>
      <Rows lines={head} width={width} height={head.length} />
      <TextEditor
        label={[span(label, 'accent')]}
        buffer={buffer}
        isFocused
        placeholder={t('tui.pin.nameHint')}
        column={0}
        row={top + head.length}
        width={width}
        labelWidth={displayWidth(label)}
      />
      <Rows lines={lines} width={width} height={room} />
    </Box>
  );
}
