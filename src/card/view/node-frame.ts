import type { TemplateNode } from '../template/card-template.js';
import { flag, prop, px, sides, size, text } from './prop-values.js';
import type { BuildPlace } from './view-builder.js';
import type { NodeFrame } from './view-node.js';
import type { Extent, Sides } from './view-style.js';

/** Bring their own padding when no margin is set (template-format §2.2). */
const blocks: ReadonlySet<string> = new Set([
  'BaseTextBlock',
  'DividerBlock',
  'Input',
  'SelectBlock',
  'MultiSelectBlock',
  'DatePickerBlock',
  'ButtonBlock',
  'MarkdownBlock',
]);

/** Of the editor's presets: the sides say it, and the padding of a block component. */
const CUSTOM = -2;
const BLOCK = -1;

const blockMargin: Sides = { left: 12, right: 12, top: 6, bottom: 6 };

/** What the props that all components share say (template-format §2.2). */
export function nodeFrame(node: TemplateNode, key: string, at: BuildPlace): NodeFrame {
  const margin = marginOf(node, at);
  const width = widthOf(node, at);
  const tooltip = text(at, node, 'hoverText');
  return {
    key,
    nodeId: node.id,
    component: node.componentName,
    ...(margin === undefined ? undefined : { margin }),
    ...(width === undefined ? undefined : { width }),
    ...(tooltip === '' ? undefined : { tooltip }),
  };
}

/** The four sides count; the editor's preset `margin` only where none of them is in the file. */
function marginOf(node: TemplateNode, at: BuildPlace): Sides | undefined {
  if (hasOwnSides(node)) return present(sides(at, node, 'margin', { x: 0, y: 0 }));
  const preset = px(at, node, 'margin', CUSTOM);
  if (preset >= 0) return present({ left: preset, right: preset, top: preset, bottom: preset });
  return preset === BLOCK || blocks.has(node.componentName) ? blockMargin : undefined;
}

function hasOwnSides({ props }: TemplateNode): boolean {
  return (
    Object.hasOwn(props, 'marginLeft') ||
    Object.hasOwn(props, 'marginRight') ||
    Object.hasOwn(props, 'marginTop') ||
    Object.hasOwn(props, 'marginBottom')
  );
}

function present(margin: Sides): Sides | undefined {
  const { left, right, top, bottom } = margin;
  return left === 0 && right === 0 && top === 0 && bottom === 0 ? undefined : margin;
}

/** template-format §2.4: shrink, fixed and share of a row, in this order; undefined: nothing said. */
function widthOf(node: TemplateNode, at: BuildPlace): Extent | undefined {
  if (flag(at, node, 'isFixedWidth')) return { kind: 'fixed', px: size(at, node, 'width', 0) };
  if (flag(at, node, 'isAutoWidth')) return { kind: 'fit' };
  if (flag(at, node, 'enableColSpan')) {
    const weight = size(at, node, 'colSpan', 1);
    return { kind: 'grow', weight: weight === 0 ? 1 : weight };
  }
  switch (prop(node, 'widthMode')) {
    case 'match_parent':
      return { kind: 'fill' };
    case 'match_content':
    case 'wrap_content':
      return { kind: 'fit' };
    case 'fixed':
      return { kind: 'fixed', px: size(at, node, 'width', 0) };
    default:
      return undefined;
  }
}
