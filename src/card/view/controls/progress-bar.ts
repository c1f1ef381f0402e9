import type { JsonValue } from '../../../base/json-text.js';
import { resolveColour } from '../colours.js';
import { flag, prop, shown } from '../prop-values.js';
import type { ComponentBuilder } from '../view-builder.js';
import type { Extent } from '../view-style.js';
import { dataSource } from './data-source.js';
import { insetFrame } from './inset-frame.js';
import { numberOf } from './number-value.js';

export const progressBar: ComponentBuilder = (node, at) => {
  const source = dataSource(at, node, 'progress');
  const percent = numberOf(source.value);
  if (percent === undefined && source.value !== undefined) {
    source.find('D155', { value: shown(source.value) });
  }
  const blue = resolveColour('blue', at.evaluation.switches.theme) ?? '#007fff';
  const custom = prop(node, 'colorType') === 'Custom';
  const small = prop(node, 'style') === 'small';
  const tap = at.tapOf(node);
  return {
    ...insetFrame(at, node),
    width: small ? { kind: 'fit' } : barWidth(at.evaluation.value(prop(node, 'width'), at.place)),
    kind: 'progress',
    percent: Math.max(0, Math.min(100, percent ?? 0)),
    colour: at.colour(prop(node, custom ? 'customColor' : 'color'), blue),
    small,
    showPercentage: flag(at, node, 'showPercentage', true),
    ...(tap === undefined ? undefined : { tap }),
  };
};

const MAX_WIDTH = 10_000;

/** A dynamicWidth: px, `full` or `adaptive` (template-format §3.1). */
function barWidth(value: JsonValue | undefined): Extent {
  const px = numberOf(value);
  return px !== undefined && px > 0
    ? { kind: 'fixed', px: Math.min(MAX_WIDTH, px) }
    : { kind: 'fill' };
}
