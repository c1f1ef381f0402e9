import type { TextNode } from '../../../card/view/view-node.js';
import { px } from './css-value.js';
import { IconGlyph } from './icon-glyph.js';
import { frameStyle, textStyle } from './node-style.js';
import type { FaceProps } from './painting.js';
import { useTap } from './use-gesture.js';
import { visibleText } from './visible-text.js';

export function TextFace({ node, flow }: FaceProps<TextNode>) {
  const tap = useTap(node.key, node.tap, node.tooltip);
  const { text, style, align, maxLines, maxWidth, icon, link } = node;
  return (
    <div
      {...tap}
      className={`dt-text${icon ? ' dt-text--icon' : ''}${link ? ' dt-text--link' : ''}`}
      style={{
        ...textStyle(style),
        ...frameStyle(node, flow),
        textAlign: align,
        ...(maxWidth === undefined ? {} : { maxWidth: px(maxWidth) }),
      }}
    >
      {icon && <IconGlyph icon={icon} size={style.size} />}
      {maxLines > 0 ? (
        <span className="dt-clamp" style={{ WebkitLineClamp: Math.min(maxLines, 1000) }}>
          {visibleText(text)}
        </span>
      ) : (
        <span>{visibleText(text)}</span>
      )}
    </div>
  );
}
