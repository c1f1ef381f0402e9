import { isJsonObject, type JsonValue } from '../../../base/json-text.js';
import type { TemplateNode } from '../../template/card-template.js';
import { themeColours } from '../colours.js';
import { choice, flag, prop, sides, size } from '../prop-values.js';
import type { BuildPlace } from '../view-builder.js';
import type { BoxLook, Colour, Gradient } from '../view-style.js';

/**
 * Background, gradient, border, and the padding and radius that take effect only with one of them
 * (template-format §2.4).
 */
export function boxLook(node: TemplateNode, at: BuildPlace): BoxLook | undefined {
  const background = backgroundOf(node, at);
  const gradient = gradientOf(node, at);
  const border = borderOf(node, at);
  const hover = hoverOf(node, at);
  const filled = background !== undefined || gradient !== undefined || border !== undefined;
  const blur = flag(at, node, 'blur');
  if (!filled && hover === undefined && !blur) return undefined;
  return {
    ...(blur ? { blur } : undefined),
    ...(background === undefined ? undefined : { background }),
    ...(hover === undefined ? undefined : { hoverBackground: hover }),
    ...(gradient === undefined ? undefined : { gradient }),
    ...(border === undefined ? undefined : { border }),
    ...(filled
      ? { radius: radiusOf(node, at), padding: sides(at, node, 'padding', { x: 8, y: 8 }) }
      : undefined),
  };
}

export function backgroundOf(node: TemplateNode, at: BuildPlace): Colour | undefined {
  const { theme } = at.evaluation.switches;
  const { grayBox, card } = themeColours(theme);
  if (!flag(at, node, 'hasBackground')) {
    return flag(at, node, 'whiteBackground') ? card : undefined;
  }
  if (choice(at, node, 'backgroundType', ['Standard', 'Custom'], 'Standard') === 'Custom') {
    const name = theme === 'light' ? 'backgroundColor' : 'darkModeBackgroundColor';
    return at.colour(prop(node, name) ?? prop(node, 'backgroundColor'), grayBox);
  }
  return ground(prop(node, 'standardBackgroundColor'), at);
}

/** "gray" as a ground is another one than as a text (template-format §2.9). */
function ground(wrapper: JsonValue | undefined, at: BuildPlace): Colour {
  const { grayBox } = themeColours(at.evaluation.switches.theme);
  const value = at.evaluation.value(wrapper, at.place);
  return value === 'gray' ? grayBox : at.colour(wrapper, grayBox);
}

function hoverOf(node: TemplateNode, at: BuildPlace): Colour | undefined {
  if (!flag(at, node, 'hasHoverBackground')) return undefined;
  return at.colour(prop(node, 'hoverBackgroundColor') ?? 'common_overlay_hover_color', '#7e868e14');
}

function borderOf(node: TemplateNode, at: BuildPlace): BoxLook['border'] {
  if (!flag(at, node, 'hasBorder')) return undefined;
  const { theme } = at.evaluation.switches;
  const name = theme === 'light' ? 'borderColor' : 'darkModeBorderColor';
  const colour = at.colour(
    prop(node, name) ?? prop(node, 'borderColor'),
    themeColours(theme).grayBox,
  );
  return { width: size(at, node, 'borderWidth', 1), colour };
}

function radiusOf(node: TemplateNode, at: BuildPlace): [number, number, number, number] {
  const all = size(at, node, 'cornerRadius', 4);
  return [
    size(at, node, 'cornerRadiusLeftTop', all),
    size(at, node, 'cornerRadiusRightTop', all),
    size(at, node, 'cornerRadiusRightBottom', all),
    size(at, node, 'cornerRadiusLeftBottom', all),
  ];
}

const AI_GRADIENT: Gradient = { direction: 'toRight', colours: ['#f8a0ff19', '#47b9ff19'] };

const MAX_STOPS = 8;

function gradientOf(node: TemplateNode, at: BuildPlace): Gradient | undefined {
  if (!flag(at, node, 'hasGradientBackground')) return undefined;
  if (choice(at, node, 'gradientBackgroundType', ['Standard', 'Custom'], 'Standard') !== 'Custom') {
    return AI_GRADIENT;
  }
  const dark = at.evaluation.switches.theme === 'dark' && flag(at, node, 'enableDarkBgGradient');
  return listed(prop(node, dark ? 'darkBgGradient' : 'bgGradient'), at) ?? startToEnd(node, at);
}

/** `bgGradient: [{type, direction, colors}]`. */
function listed(list: JsonValue | undefined, at: BuildPlace): Gradient | undefined {
  const first = Array.isArray(list) ? (list[0] as JsonValue | undefined) : undefined;
  if (!isJsonObject(first) || !Array.isArray(first['colors'])) return undefined;
  const stops = (first['colors'] as readonly JsonValue[]).slice(0, MAX_STOPS);
  const colours = stops.map((colour) => at.colour(colour, '#ffffff'));
  if (colours.length === 0) return undefined;
  return { direction: directionOf(first['direction'], at), colours };
}

/** Older files: three props. */
function startToEnd(node: TemplateNode, at: BuildPlace): Gradient {
  const names = flag(at, node, 'enableGradientMiddleColor')
    ? ['Start', 'Middle', 'End']
    : ['Start', 'End'];
  return {
    direction: directionOf(prop(node, 'backgroundGradientDirection'), at),
    colours: names.map((name) =>
      at.colour(prop(node, `backgroundGradient${name}Color`), '#ffffff'),
    ),
  };
}

const directions: ReadonlyMap<JsonValue | undefined, Gradient['direction']> = new Map([
  ['toBottom', 'toBottom'],
  ['toRight', 'toRight'],
  ['toTop', 'toTop'],
  ['toLeft', 'toLeft'],
  ['toBottomRight', 'toBottomRight'],
  ['toTopRight', 'toTopRight'],
]);

const directionOf = (wrapper: JsonValue | undefined, at: BuildPlace): Gradient['direction'] =>
  directions.get(at.evaluation.value(wrapper, at.place)) ?? 'toBottom';
