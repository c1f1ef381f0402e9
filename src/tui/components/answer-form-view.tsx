import { Box } from 'ink';
import type { Finding } from '../../card/finding.js';
import type { AnswerField, AnswerForm } from '../state/answer-form.js';
import { type AnswerRowsText, answerRows } from './answer-rows.js';
import { Row } from './rows.js';
import { type Line, lineWidth } from './spans.js';
import { textBuffer } from './text-buffer.js';
import { TextEditor } from './text-editor.js';

export interface AnswerFormViewProps {
  readonly form: AnswerForm;
  readonly findings: readonly Finding[];
  readonly text: AnswerRowsText;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The variables of an answer, each in a row; the focused one is always among those that are seen. */
export function AnswerFormView(props: AnswerFormViewProps) {
  const { form, findings, text, top, width, height } = props;
  const { rows, labelWidth } = answerRows(form, findings, text, width);
  const at = rows.findIndex((row) => row.is === 'field' && row.index === form.at);
  const from = firstRow(rows.length, at, height);
  return (
    <Box flexDirection="column" width={width} height={height} flexShrink={0}>
      {rows.slice(from, from + height).map((row, index) => {
        if (row.is === 'text') return <Row key={index} line={row.line} width={width} />;
        const field = form.fields[row.index] as AnswerField;
        return (
          <FieldRow
            key={index}
            field={field}
            label={row.label}
            isFocused={row.index === form.at}
            text={text}
            row={top + index}
            width={width}
            labelWidth={labelWidth}
          />
        );
      })}
    </Box>
  );
}

/** Rows the form would like to have. */
export function answerFormHeight(
  form: AnswerForm,
  findings: readonly Finding[],
  text: AnswerRowsText,
  width: number,
): number {
  return answerRows(form, findings, text, width).rows.length;
}

/** A row above the focused one and what is said below it are seen as well, where there is room. */
function firstRow(count: number, at: number, height: number): number {
  const below = Math.min(count - 1, at + 2);
  const wanted = Math.max(0, below - height + 1);
  const above = height > 1 ? at - 1 : at;
  return Math.max(0, Math.min(wanted, above, count - height));
}

interface FieldRowProps {
  readonly field: AnswerField;
  readonly label: Line;
  readonly isFocused: boolean;
  readonly text: AnswerRowsText;
  readonly row: number;
  readonly width: number;
  readonly labelWidth: number;
}

function FieldRow(props: FieldRowProps) {
  const { field, label, isFocused, text, row, width, labelWidth } = props;
  if (field.kind === 'replace') {
    const cells = Math.min(4, lineWidth(label));
    // The cursor stands in the box, so that nobody looks for it elsewhere.
    return (
      <TextEditor
        label={label}
        buffer={textBuffer()}
        isFocused={isFocused}
        placeholder=""
        column={cells - labelWidth}
        row={row}
        width={width}
        labelWidth={labelWidth}
      />
    );
  }
  return (
    <TextEditor
      label={label}
      buffer={field.buffer}
      isFocused={isFocused}
      placeholder={placeholderOf(field, isFocused, text)}
      tone={field.kind === 'value' && !field.isSent ? 'quiet' : 'plain'}
      column={0}
      row={row}
      width={width}
      labelWidth={labelWidth}
    />
  );
}

function placeholderOf(field: AnswerField, isFocused: boolean, { t }: AnswerRowsText): string {
  if (field.kind === 'add') return isFocused ? t('tui.form.addHint') : '';
  if (field.kind !== 'value') return '';
  return t(field.isSent ? 'tui.editing.emptyText' : 'tui.editing.unsent');
}
