import { displayWidth, fit, printable } from '../../base/display-width.js';
import type { Translate } from '../../i18n/translate.js';
import type { CardAreas } from '../state/card-layout.js';
import type { CardPrompt } from '../state/card-ui.js';
import { Rows } from './rows.js';
import { type Line, span } from './spans.js';
import { TextEditor } from './text-editor.js';

export interface CardPromptViewProps {
  readonly prompt: CardPrompt;
  readonly panel: CardAreas['panel'];
  readonly t: Translate;
}

/** A text to type or a list to choose from, in the place of the panel. */
export function CardPromptView({ prompt, panel, t }: CardPromptViewProps) {
  const { width, rows, left, top } = panel;
  const title: Line = [span(` ${printable(prompt.title)}`, 'heading')];
  if (prompt.is === 'list') {
    return <Rows lines={[title, ...listLines(prompt, rows - 1, t)]} width={width} height={rows} />;
  }
  const label = ' › ';
  return (
    <>
      <Rows lines={[title]} width={width} height={1} />
      <TextEditor
        label={[span(label, 'accent')]}
        buffer={prompt.buffer}
        isFocused
        placeholder={printable(prompt.hint)}
        column={left}
        row={top + 1}
        width={width}
        labelWidth={displayWidth(label)}
      />
      <Rows lines={[]} width={width} height={Math.max(0, rows - 2)} />
    </>
  );
}

function listLines(
  { items, at, chosen }: Extract<CardPrompt, { is: 'list' }>,
  rows: number,
  t: Translate,
): readonly Line[] {
  if (items.length === 0) return [[span(` ${t('tui.cardScreen.noChoices')}`, 'quiet')]];
  const seen = Math.max(1, rows);
  const from = Math.max(0, Math.min(at - seen + 1, items.length - seen));
  return items.slice(from, from + seen).map((item, index): Line => {
    const isAt = from + index === at;
    const mark = chosen === undefined ? '' : chosen.includes(from + index) ? '[x] ' : '[ ] ';
    const text = printable(`${mark}${item}`);
    return [
      span(isAt ? ' › ' : '   ', 'accent'),
      span(fit(text, Math.max(1, displayWidth(text))), isAt ? 'strong' : 'plain'),
    ];
  });
}
