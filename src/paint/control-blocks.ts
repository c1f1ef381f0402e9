import type {
  ButtonNode,
  CheckboxNode,
  ControlState,
  DateNode,
  InputNode,
  SelectNode,
} from '../card/view/view-node.js';
import { type Block, block, leafOf, textBlock } from './block.js';
import { type CellLine, cellsOf, lineCells } from './cells.js';
import { breakLines, cutCells, paragraphsOf } from './flow.js';
import { type PaintPlace, plainLook, quietLook, rationed, regionOf } from './paint-context.js';
import type { Look } from './painted-card.js';

/** `[ 同意 ]`: as wide as it is asked to be, its text in the middle. */
export function buttonBlock(node: ButtonNode, place: PaintPlace): Block {
  const mark = stateMark(node.state);
  const icon = node.icon?.glyph ?? '';
  const words = node.iconPosition === 'right' ? [mark, node.text, icon] : [mark, icon, node.text];
  const menu = node.menu === undefined ? '' : '▾';
  const text = [...words, menu].filter(Boolean).join(' ');
  const look = buttonLook(
    node.state === 'normal' && node.tap?.enabled !== false,
    node.colour,
    place,
  );
  const inner = cellsOf(rationed(text, place.context).replaceAll('\n', ' '), look);
  const corner =
    node.cornerMark === undefined || node.cornerMark === '' ? '' : ` (${node.cornerMark})`;
  const after = cellsOf(rationed(corner, place.context), quietLook(place));
  return block({
    minWidth: Math.min(lineCells(inner) + 4, 12),
    leaf: leafOf(
      (width) => {
        const room = Math.max(4, width - lineCells(after));
        return { lines: [bracketed(inner, room, look).concat(after)] };
      },
      'left',
      lineCells(inner) + 4 + lineCells(after),
    ),
    region: regionOf(node),
  });
}

function bracketed(text: CellLine, width: number, look: Look): CellLine[number][] {
  const cut = cutCells(text, Math.max(1, width - 4));
  const rest = Math.max(0, width - 4 - lineCells(cut));
  const left = Math.floor(rest / 2);
  return [
    ...cellsOf(`[ ${' '.repeat(left)}`, look),
    ...cut,
    ...cellsOf(`${' '.repeat(rest - left)} ]`, look),
  ];
}

export function buttonLook(isOn: boolean, colour: ButtonNode['colour'], place: PaintPlace): Look {
  if (!isOn) return quietLook(place);
  const { palette } = place.context;
  switch (colour) {
    case 'blue':
      return { ...palette.text('#007fff', place.under), bold: true };
    case 'red':
      return { ...palette.text('#ff5219', place.under), bold: true };
    case 'gray':
      return { ...plainLook(place), bold: true };
  }
}

/** A sign as well as a colour. */
export function stateMark(state: ControlState): string {
  return state === 'normal' ? '' : state === 'loading' ? '◐' : '⊘';
}

const mostInputLines = 8;

export function inputBlock(node: InputNode, place: PaintPlace): Block {
  const field = fieldBlock(
    {
      value: rationed(node.value, place.context),
      placeholder: node.placeholder || node.title,
      sign: '✎',
      state: node.state,
      maxLines: node.multiline ? Math.min(node.maxRows ?? mostInputLines, mostInputLines) : 1,
    },
    place,
  );
  return { ...field, region: regionOf(node) };
}

export function dateBlock(node: DateNode, place: PaintPlace): Block {
  const placeholder = node.placeholder || node.format;
  const field = { value: node.value, placeholder, sign: '◷', state: node.state, maxLines: 1 };
  return { ...fieldBlock(field, place), region: regionOf(node) };
}

export function selectBlock(node: SelectNode, place: PaintPlace): Block {
  const chosen = node.selected.slice(0, 50).flatMap((index) => node.options[index]?.text ?? []);
  const value = node.multiple ? chosen.map((text) => `⟦${text}⟧`).join(' ') : (chosen[0] ?? '');
  const field = {
    value: rationed(value, place.context),
    placeholder: node.placeholder,
    sign: '▾',
    state: node.state,
    maxLines: node.multiple ? 4 : 1,
  };
  return { ...fieldBlock(field, place), region: regionOf(node) };
}

export interface FieldText {
  readonly value: string;
  readonly placeholder: string;
  /** At the right edge: what touching it does. */
  readonly sign: string;
  readonly state: ControlState;
  readonly maxLines: number;
}

/** `[ value      ▾ ]` */
export function fieldBlock(field: FieldText, place: PaintPlace): Block {
  const isEmpty = field.value === '';
  const isOn = field.state === 'normal';
  const look: Look = isOn && !isEmpty ? plainLook(place) : quietLook(place);
  const edge = isOn ? plainLook(place) : quietLook(place);
  const text = isEmpty ? rationed(field.placeholder, place.context) : field.value;
  const paragraphs = paragraphsOf([{ text, look }]);
  const sign = cellsOf(` ${stateMark(field.state) || field.sign} ]`, edge);
  const frame = 2 + lineCells(sign);
  return block({
    minWidth: 12,
    leaf: leafOf(
      (width) => {
        const room = Math.max(1, width - frame);
        const broken = breakLines(paragraphs, room, field.maxLines);
        const lines = broken.map((line, index) => {
          if (index > 0) return [...cellsOf('  ', edge), ...line];
          const pad = cellsOf(' '.repeat(Math.max(0, room - lineCells(line))), look);
          return [...cellsOf('[ ', edge), ...line, ...pad, ...sign];
        });
        return { lines };
      },
      'left',
      Math.max(12, Math.min(40, lineCells(paragraphs[0] ?? []) + frame)),
    ),
  });
}

export function checkboxBlock(node: CheckboxNode, place: PaintPlace): Block {
  const look = node.state === 'normal' ? plainLook(place) : quietLook(place);
  const mark = stateMark(node.state);
  const text = `${node.checked ? '[x]' : '[ ]'}${mark}`;
  return textBlock([{ text, look }], { minWidth: 3, region: regionOf(node) });
}
