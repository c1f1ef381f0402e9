import type { ReactNode } from 'react';
import type { RichSpan, SpanStyle } from '../../../card/markdown/rich-block.js';
import type { ImageSource } from '../../../card/view/view-node.js';
import { cssColour, px } from './css-value.js';
import type { Style } from './node-style.js';
import { Picture } from './picture.js';
import { SafeLink } from './safe-link.js';
import { safeImage } from './safe-url.js';
import { visibleText } from './visible-text.js';

export function RichSpans({ spans }: { spans: readonly RichSpan[] }): ReactNode {
  return spans.map((span, index) => <Span key={index} span={span} />);
}

function Span({ span }: { span: RichSpan }): ReactNode {
  switch (span.type) {
    case 'text':
      return <StyledText text={visibleText(span.text)} style={span.style} />;
    case 'code':
      return <code>{visibleText(span.text)}</code>;
    case 'break':
      return <br />;
    case 'link':
      return (
        <SafeLink url={span.url}>
          <RichSpans spans={span.spans} />
        </SafeLink>
      );
    case 'image':
      return (
        <span className="dt-rich-image">
          <Picture source={sourceOf(span.url)} alt={span.alt} />
        </span>
      );
    case 'at':
      return <span className="dt-at dt-isolate">{visibleText(span.text)}</span>;
  }
}

function sourceOf(url: string): ImageSource {
  if (/^[@$]/.test(url)) return { kind: 'media', id: url };
  return safeImage(url) === undefined ? { kind: 'refused', text: url } : { kind: 'url', url };
}

function StyledText({ text, style }: { text: string; style: SpanStyle | undefined }): ReactNode {
  if (style === undefined) return text;
  let styled: ReactNode = text;
  if (style.strike) styled = <del>{styled}</del>;
  if (style.italic) styled = <em>{styled}</em>;
  if (style.bold) styled = <strong>{styled}</strong>;
  if (style.size === undefined && style.colour === undefined) return styled;
  return <span style={spanStyle(style)}>{styled}</span>;
}

function spanStyle({ size, colour }: SpanStyle): Style {
  return {
    ...(size === undefined ? {} : { fontSize: px(size), lineHeight: 1.45 }),
    color: cssColour(colour),
  };
}
