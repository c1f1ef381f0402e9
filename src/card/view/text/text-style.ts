import { findingTable } from '../../finding-codes.js';
import type { TemplateNode } from '../../template/card-template.js';
import { themeColours } from '../colours.js';
import { choice, flag, prop, shown, size } from '../prop-values.js';
import { bodySize, namedSize, type TextSize, tokenSize } from '../text-styles.js';
import type { BuildPlace } from '../view-builder.js';
import type { Colour, TextStyle } from '../view-style.js';

/** Style of a BaseText from its props (template-format §2.5, §2.9). */
export function textStyle(node: TemplateNode, at: BuildPlace): TextStyle {
  const { size: fontSize, lineHeight, bold } = sizeOf(node, at);
  return {
    size: fontSize,
    lineHeight,
    colour: textColour(node, at),
    ...(bold === true || flag(at, node, 'bold') ? { bold: true } : undefined),
    ...(flag(at, node, 'italic') ? { italic: true } : undefined),
    ...(flag(at, node, 'strikeThrough') ? { strike: true } : undefined),
  };
}

function sizeOf(node: TemplateNode, at: BuildPlace): TextSize {
  const { switches } = at.evaluation;
  if (choice(at, node, 'fontSizeType', ['Standard', 'Custom'], 'Standard') === 'Custom') {
    const fontSize = size(at, node, 'customFontSize', 15);
    return { size: fontSize, lineHeight: size(at, node, 'customFontLineHeight', fontSize * 1.5) };
  }
  if (choice(at, node, 'styleType', ['standard', 'custom'], 'custom') === 'standard') {
    const token = at.evaluation.value(prop(node, 'styleToken'), at.place);
    if (token === undefined || token === '') return bodySize(switches);
    const found = typeof token === 'string' ? tokenSize(token, switches) : undefined;
    if (found === undefined) findStyle(node, at, shown(token));
    return found ?? bodySize(switches);
  }
  return standardSize(node, at);
}

/** `size` small, middle or large with `lineHeight` small or normal. */
function standardSize(node: TemplateNode, at: BuildPlace): TextSize {
  const name = choice(at, node, 'size', ['small', 'middle', 'large'], 'middle');
  const smallLines = choice(at, node, 'lineHeight', ['normal', 'small'], 'normal') === 'small';
  return namedSize(name, at.evaluation.switches, smallLines) ?? bodySize(at.evaluation.switches);
}

function findStyle(node: TemplateNode, at: BuildPlace, value: string): void {
  at.find({
    code: 'T344',
    severity: findingTable.T344.severity,
    path: `${node.path}.props.styleToken`,
    params: { component: node.componentName, value },
  });
}

/** `color`, or the custom pair for light and dark. */
function textColour(node: TemplateNode, at: BuildPlace): Colour {
  const { theme } = at.evaluation.switches;
  const { text } = themeColours(theme);
  if (choice(at, node, 'fontColorType', ['Standard', 'Custom'], 'Standard') === 'Custom') {
    const name = theme === 'light' ? 'customLightColor' : 'customDarkColor';
    return at.colour(prop(node, name) ?? prop(node, 'customLightColor'), text);
  }
  return at.colour(prop(node, 'color'), text);
}
