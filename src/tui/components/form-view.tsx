import { Box } from 'ink';
import { displayWidth, fit, printable } from '../../base/display-width.js';
import type { Translate } from '../../i18n/translate.js';
import { type Form, type FormField, matching } from '../state/form.js';
import { Row } from './rows.js';
import { type Line, span } from './spans.js';
import { TextEditor } from './text-editor.js';

export interface FormViewProps {
  readonly form: Form;
  readonly t: Translate;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type FormRow =
  | { readonly is: 'field'; readonly index: number }
  | { readonly is: 'choice'; readonly line: Line };

/** Choices seen below the focused field. */
const choiceRows = 6;

/** The fields one below the other; the focused one is always among those that are seen. */
export function FormView({ form, t, left, top, width, height }: FormViewProps) {
  const rows = formRows(form, width, t);
  const at = rows.findIndex((row) => row.is === 'field' && row.index === form.at);
  const last = rows.findLastIndex((row, index) => row.is === 'choice' && index > at);
  const wanted = Math.max(at, last) - height + 1;
  const from = Math.max(0, Math.min(Math.max(wanted, 0), at));
  const labelWidth = labelWidthOf(form, t, width);
  return (
    <Box flexDirection="column" width={width} height={height} flexShrink={0}>
      {rows.slice(from, from + height).map((row, index) => {
        if (row.is === 'choice') return <Row key={index} line={row.line} width={width} />;
        const field = form.fields[row.index] as FormField;
        const isFocused = row.index === form.at;
        const mark = span(isFocused ? ' ▸ ' : '   ', 'accent');
        const label = fit(labelOf(field, t), labelWidth - 4);
        return (
          <TextEditor
            key={index}
            label={[mark, span(label, isFocused ? 'strong' : 'quiet'), span(' ')]}
            buffer={field.buffer}
            isFocused={isFocused}
            placeholder={isFocused || field.kind !== 'add' ? placeholderOf(field, t) : ''}
            column={left}
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
export function formHeight(form: Form): number {
  const field = form.fields[form.at];
  const choices = field?.kind === 'pick' ? Math.min(choiceRows, matching(field).length) : 0;
  return form.fields.length + choices;
}

function formRows(form: Form, width: number, t: Translate): readonly FormRow[] {
  return form.fields.flatMap((field, index): FormRow[] => {
    const own: FormRow = { is: 'field', index };
    if (index !== form.at || field.kind !== 'pick') return [own];
    return [own, ...choiceLines(field, width, t).map((line): FormRow => ({ is: 'choice', line }))];
  });
}

function choiceLines(field: FormField, width: number, t: Translate): readonly Line[] {
  const choices = matching(field);
  const from = Math.max(0, Math.min(field.highlight - choiceRows + 1, choices.length - choiceRows));
  const seen = choices.slice(from, from + choiceRows);
  const hidden = choices.length - seen.length;
  return seen.map((choice, index): Line => {
    const isHighlighted = from + index === field.highlight;
    const label = fit(printable(choice.label), Math.min(28, Math.max(8, Math.floor(width / 3))));
    const value = choice.value === choice.label ? '' : printable(choice.value);
    const more =
      index === seen.length - 1 && hidden > 0 ? t('tui.form.more', { count: hidden }) : '';
    return [
      span(isHighlighted ? '     › ' : '       ', 'accent'),
      span(label, isHighlighted ? 'strong' : 'plain'),
      span(`  ${value}`, 'quiet'),
      span(more === '' ? '' : `  ${more}`, 'quiet'),
    ];
  });
}

function labelOf(field: FormField, t: Translate): string {
  if (field.kind === 'add') return t('tui.form.add');
  if (field.kind === 'variable') return printable(field.name);
  return field.name === 'cardTemplateId' ? t('tui.form.template') : t('tui.form.recipient');
}

function placeholderOf(field: FormField, t: Translate): string {
  if (field.kind === 'add') return t('tui.form.addHint');
  if (field.kind === 'variable') return printable(field.type ?? '');
  return field.name === 'cardTemplateId' ? t('tui.form.templateHint') : t('tui.form.recipientHint');
}

function labelWidthOf(form: Form, t: Translate, width: number): number {
  const longest = Math.max(0, ...form.fields.map((field) => displayWidth(labelOf(field, t))));
  return Math.min(longest, Math.max(6, Math.floor(width / 3) - 4)) + 4;
}
