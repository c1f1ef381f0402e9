import type { TableCell, ViewNode } from '../../card/view/view-node.js';
import { privateOf, publicOf } from '../../log/card-layers.js';
import type { CardInstance } from '../../log/cards.js';
import type { CardUi } from '../state/card-ui.js';
import type { ViewData } from '../state/view-data.js';

const style = { size: 14, lineHeight: 22, colour: '' } as const;
const below = { left: 0, right: 0, top: 24, bottom: 0 } as const;

/** A card's variables as a card of their own: what everybody gets, and what the viewer has besides. */
export function dataView(
  ui: CardUi,
  card: CardInstance | undefined,
  hasTemplate: boolean,
  { t }: ViewData,
): { readonly root: ViewNode } {
  if (!card) return { root: box([text('gone', t('tui.cardScreen.unknown'))]) };
  const shown = publicOf(card, ui.userId);
  const own = privateOf(card, ui.userId);
  const titles = [t('tui.cardScreen.variable'), t('tui.cardScreen.public')];
  const names = [...new Set([...Object.keys(shown), ...Object.keys(own)])];
  const hasOwn = Object.keys(own).length > 0;
  const rows = names.map((name): readonly TableCell[] => {
    const values = [name, valueOf(shown, name)];
    return [...values, ...(hasOwn ? [valueOf(own, name)] : [])].map((value, column) => ({
      key: `${name}.${column}`,
      text: value,
    }));
  });
  const columns = [...titles, ...(hasOwn ? [t('tui.cardScreen.private')] : [])].map((title) => ({
    title,
    weight: 1,
  }));
  const id = card.cardTemplateId;
  const table: ViewNode = {
    ...base('table'),
    kind: 'table',
    columns,
    rows,
    zebra: false,
    maxLines: 8,
    cellPadding: 0,
    margin: below,
  };
  return {
    root: box([
      ...(hasTemplate
        ? []
        : [
            text('none', t('tui.cardScreen.noTemplate', { cardTemplateId: id })),
            text('how', t('tui.cardScreen.addTemplate', { cardTemplateId: id })),
          ]),
      ...(names.length === 0 ? [text('empty', t('tui.cardScreen.noVariables'))] : [table]),
    ]),
  };
}

function valueOf(map: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(map, name) ? (map[name] ?? '') : '';
}

function base(key: string) {
  return { key, nodeId: key, component: '' };
}

function text(key: string, value: string): ViewNode {
  return { ...base(key), kind: 'text', text: value, style, align: 'left', maxLines: 0 };
}

function box(children: readonly ViewNode[]): ViewNode {
  return {
    ...base('data'),
    kind: 'box',
    role: 'grid',
    direction: 'column',
    align: 'stretch',
    justify: 'start',
    children,
  };
}
