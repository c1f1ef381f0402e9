import type { CheckListNode, CollapseNode, TagPickerNode } from '../card/view/view-node.js';
import { type Block, block, noEdges, textBlock } from './block.js';
import { stateMark } from './control-blocks.js';
import { type PaintPlace, plainLook, quietLook, rationed, regionOf } from './paint-context.js';

/** `[x]` or `(•)` before each item as the template draws it. */
export function checkListBlock(node: CheckListNode, place: PaintPlace): Block {
  const isOn = node.state === 'normal';
  const look = isOn ? plainLook(place) : quietLook(place);
  const marks = node.multiple ? ['[ ]', '[x]'] : ['( )', '(•)'];
  const children = node.items.map((item, index) => {
    const mark = `${marks[item.checked ? 1 : 0]}${stateMark(node.state)}`;
    const content = item.children.flatMap((child) => place.child(child) ?? []);
    return block({
      direction: 'row',
      align: 'start',
      gap: 1,
      region: regionOf(node, { is: 'item', index }),
      children: [
        textBlock([{ text: mark, look }], { width: { kind: 'fit' }, minWidth: mark.length }),
        block({ width: { kind: 'fill' }, children: content }),
      ],
    });
  });
  return block({ children });
}

/** `⟦tag⟧`, `⟦✓ tag⟧` when it is chosen. */
export function tagPickerBlock(node: TagPickerNode, place: PaintPlace): Block {
  const { palette } = place.context;
  const isOn = node.state === 'normal';
  const plain = isOn ? plainLook(place) : quietLook(place);
  const chosen = { ...palette.text('#007fff', place.under), bold: true };
  const children = node.tags.map(({ text, selected }, index) => {
    const shown = rationed(`⟦${selected ? '✓ ' : ''}${text}⟧`, place.context);
    return textBlock([{ text: shown, look: selected && isOn ? chosen : plain }], {
      width: { kind: 'fit' },
      region: regionOf(node, { is: 'tag', index }),
    });
  });
  return block({ direction: 'row', align: 'start', gap: 1, wrap: true, children });
}

export function collapseBlock(node: CollapseNode, place: PaintPlace): Block {
  const title = rationed(`${node.open ? '▾' : '▸'} ${node.title}`, place.context);
  const head = textBlock([{ text: title, look: { ...plainLook(place), bold: true } }], {
    region: regionOf(node),
  });
  const children = node.children.flatMap((child) => place.child(child) ?? []);
  const body = block({ padding: { ...noEdges, left: 2 }, children });
  return block({ children: children.length === 0 ? [head] : [head, body] });
}
