import { isJsonObject, type JsonValue } from '../../../base/json-text.js';
import type { TapInfo } from '../../act/tap-info.js';
import { findingTable } from '../../finding-codes.js';
import type { TemplateNode } from '../../template/card-template.js';
import { insetFrame } from '../controls/inset-frame.js';
import { imageSource } from '../image-source.js';
import { choice, flag, prop, size, text } from '../prop-values.js';
import type { BuildPlace } from '../view-builder.js';
import type { ImageSource, ViewNode } from '../view-node.js';
import type { Extent } from '../view-style.js';

const preview: TapInfo = { does: 'preview', enabled: true };

/** A picture; touching it shows it larger (template-format §2.5). */
export function buildImage(node: TemplateNode, at: BuildPlace): ViewNode {
  const source = sourceOf(node, at);
  const fixedSize = choice(at, node, 'imageType', ['adaptiveSize', 'fixedSize'], 'fixedSize');
  const adaptive = flag(at, node, 'adaptiveSize') && fixedSize === 'adaptiveSize';
  const height = adaptive ? undefined : fixedExtent(prop(node, 'height'), at);
  const aspectRatio = flag(at, node, 'fixedRatio') ? size(at, node, 'aspectRatio', 2) : 0;
  const previews = flag(at, node, 'enablePreview', true) && source.kind === 'url';
  if (previews) at.bind(node);
  return {
    ...insetFrame(at, node),
    width: widthOf(node, at),
    kind: 'image',
    source,
    alt: text(at, node, 'hoverText'),
    ...(height === undefined ? undefined : { height }),
    ...(aspectRatio > 0 ? { aspectRatio } : undefined),
    fit:
      choice(at, node, 'scaleType', ['fitCenter', 'centerCrop'], 'fitCenter') === 'fitCenter'
        ? 'contain'
        : 'cover',
    radius: size(at, node, 'cornerRadius', 0),
    ...(flag(at, node, 'enableBorder')
      ? { border: at.colour(prop(node, 'borderColor'), '#7f879029') }
      : undefined),
    ...(previews ? { tap: preview } : undefined),
  };
}

function sourceOf(node: TemplateNode, at: BuildPlace): ImageSource {
  const { evaluation, place } = at;
  const dark =
    evaluation.switches.theme === 'dark'
      ? imageOf(evaluation.value(prop(node, 'darkModeImages'), place))
      : undefined;
  const source =
    dark === undefined || dark.kind === 'none'
      ? imageOf(evaluation.value(prop(node, 'images'), place))
      : dark;
  if (source.kind === 'refused') findRefused(node, at, source.text);
  return source;
}

/** An address, `{url}`, or a list of them: the first is shown. */
export function imageOf(value: JsonValue | undefined): ImageSource {
  const first: JsonValue | undefined = Array.isArray(value) ? value[0] : value;
  return imageSource(isJsonObject(first) ? first['url'] : first);
}

function findRefused(node: TemplateNode, at: BuildPlace, url: string): void {
  at.find({
    code: 'T349',
    severity: findingTable.T349.severity,
    path: node.path,
    params: { component: node.componentName, value: url.slice(0, 80) },
  });
}

/** A dynamicWidth: full, adaptive or a number of px (template-format §3.1). */
function widthOf(node: TemplateNode, at: BuildPlace): Extent {
  const wrapper = prop(node, 'width');
  if (isWrapper(wrapper, 'full')) return { kind: 'fill' };
  const px = fixedExtent(wrapper, at);
  return px === undefined ? { kind: 'fit' } : { kind: 'fixed', px };
}

/** Px of a dynamicWidth; undefined when it is full, adaptive or absent. */
export function fixedExtent(wrapper: JsonValue | undefined, at: BuildPlace): number | undefined {
  if (isWrapper(wrapper, 'full') || isWrapper(wrapper, 'adaptive')) return undefined;
  const px = at.evaluation.number(wrapper, at.place, 0);
  return Number.isFinite(px) && px > 0 ? Math.min(px, 10_000) : undefined;
}

const isWrapper = (wrapper: JsonValue | undefined, type: 'full' | 'adaptive'): boolean =>
  isJsonObject(wrapper) && wrapper['valueType'] === type;
