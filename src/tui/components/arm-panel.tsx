import { Box } from 'ink';
import { labelOfResponse } from '../../answer/slots.js';
import { displayWidth, fit, printable } from '../../base/display-width.js';
import type { ArmedAnswer } from '../../log/armed.js';
import type { ArmDraft, ArmField, ArmUi } from '../state/arming.js';
import type { ViewData } from '../state/view-data.js';
import { Row, Rows } from './rows.js';
import { cutLine, type Line, span } from './spans.js';
import { TextEditor } from './text-editor.js';

/** Armed answers seen at once. */
const listRows = 6;

/** Rows the panel would like to have. */
export function armPanelHeight(arming: ArmUi, { armed }: ViewData): number {
  if (arming.is === 'list') return 2 + Math.min(listRows, armed.length);
  return arming.problem === undefined ? 5 : 6;
}

export interface ArmPanelProps {
  readonly arming: ArmUi;
  readonly data: ViewData;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Docked below the feed: an answer for taps to come, or those that are ready. */
export function ArmPanel(props: ArmPanelProps) {
  const { arming, data, width, height } = props;
  if (arming.is === 'new') return <ArmForm {...props} draft={arming} />;
  const { t, armed } = data;
  const seen = Math.max(1, height - 2);
  const from = Math.max(0, Math.min(arming.at - seen + 1, armed.length - seen));
  const lines: Line[] = [
    [span('─'.repeat(width), 'quiet')],
    [span(` ${t('tui.arm.list')}`, 'heading')],
    ...armed.slice(from, from + seen).map((one, index): Line => {
      const isAt = from + index === arming.at;
      return [span(isAt ? ' ▸ ' : '   ', 'accent'), ...armedLine(one, data)];
    }),
  ];
  return <Rows lines={lines.slice(0, height)} width={width} height={height} />;
}

function armedLine({ filter, response, code, left }: ArmedAnswer, { t }: ViewData): Line {
  const says = response ? labelOfResponse(response) : '';
  const what = code === 200 ? says || t('tui.key.acknowledge') : `${t('tui.key.fail')} ${code}`;
  const often = left === undefined ? t('tui.arm.always') : t('tui.arm.left', { count: left });
  return [
    span(printable(filter), 'strong'),
    span(` → ${printable(what)}`),
    span(`  ${often}`, 'quiet'),
  ];
}

function ArmForm({ draft, data, top, width, height }: ArmPanelProps & { draft: ArmDraft }) {
  const { t } = data;
  const rows = (['filter', 'answer', 'times'] as const).map((field) => ({
    field,
    label: t(`tui.arm.${field}`),
  }));
  const labelWidth = Math.max(...rows.map(({ label }) => displayWidth(label))) + 4;
  const title: Line = [span(` ${t('tui.arm.title')}`, 'heading')];
  const rule: Line = [span('─'.repeat(width), 'quiet')];
  const problem: Line[] =
    draft.problem === undefined ? [] : [cutLine([span(` ✗ ${draft.problem}`, 'bad')], width)];
  const head = [rule, title].slice(0, Math.max(0, height - rows.length - problem.length));
  // The field that is typed into is always among those that are seen.
  const room = Math.max(1, height - head.length - problem.length);
  const at = rows.findIndex(({ field }) => field === draft.at);
  const from = Math.max(0, Math.min(at - room + 1, rows.length - room));
  return (
    <Box flexDirection="column" width={width} height={height} flexShrink={0}>
      {head.length > 0 ? <Rows lines={head} width={width} height={head.length} /> : null}
      {rows.slice(from, from + room).map(({ field, label }, index) => (
        <ArmRow
          key={field}
          draft={draft}
          field={field}
          label={label}
          data={data}
          labelWidth={labelWidth}
          row={top + head.length + index}
          width={width}
        />
      ))}
      {problem.length > 0 ? <Rows lines={problem} width={width} height={1} /> : null}
    </Box>
  );
}

interface ArmRowProps {
  readonly draft: ArmDraft;
  readonly field: ArmField;
  readonly label: string;
  readonly data: ViewData;
  readonly labelWidth: number;
  readonly row: number;
  readonly width: number;
}

function ArmRow({ draft, field, label, data, labelWidth, row, width }: ArmRowProps) {
  const isFocused = draft.at === field;
  const named: Line = [
    span(isFocused ? ' ▸ ' : '   ', 'accent'),
    span(fit(label, labelWidth - 4), isFocused ? 'strong' : 'quiet'),
    span(' '),
  ];
  if (field === 'answer') {
    return <Row line={cutLine([...named, ...chosenLine(draft)], width)} width={width} />;
  }
  return (
    <TextEditor
      label={named}
      buffer={draft[field]}
      isFocused={isFocused}
      placeholder={field === 'times' ? data.t('tui.arm.timesHint') : 'action:agree user:李四'}
      column={0}
      row={row}
      width={width}
      labelWidth={labelWidth}
    />
  );
}

/** `‹ 同意 ›  2/5` */
function chosenLine({ answers, chosen }: ArmDraft): Line {
  const label = printable(answers[chosen]?.label ?? '');
  return [
    span('‹ ', 'quiet'),
    span(label),
    span(' ›', 'quiet'),
    span(`  ${chosen + 1}/${answers.length}`, 'quiet'),
  ];
}
