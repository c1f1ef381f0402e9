import { useState } from 'react';
import type { ImageSource } from '../../../card/view/view-node.js';
import { usePainting } from './painting.js';
import { safeImage } from './safe-url.js';
import { oneLine } from './visible-text.js';

export interface PictureProps {
  readonly source: ImageSource;
  readonly alt: string;
  readonly fit?: 'contain' | 'cover';
}

/** An image, or a labelled box in the place of one that cannot be shown. */
export function Picture({ source, alt, fit }: PictureProps) {
  const { word } = usePainting();
  switch (source.kind) {
    case 'url': {
      const url = safeImage(source.url);
      if (url === undefined) return <Missing why={word('image.refused')} what={source.url} />;
      return <Loaded key={url} url={url} alt={alt} fit={fit ?? 'contain'} />;
    }
    case 'media':
      return <Missing why={word('image.media')} what={alt === '' ? source.id : alt} />;
    case 'refused':
      return <Missing why={word('image.refused')} what={source.text} />;
    case 'none':
      return null;
  }
}

function Loaded({ url, alt, fit }: { url: string; alt: string; fit: 'contain' | 'cover' }) {
  const { word } = usePainting();
  const [failed, setFailed] = useState(false);
  if (failed) return <Missing why={word('image.failed')} what={alt === '' ? url : alt} />;
  return (
    <img
      className="dt-picture"
      src={url}
      alt={oneLine(alt)}
      loading="lazy"
      referrerPolicy="no-referrer"
      draggable={false}
      style={{ objectFit: fit }}
      onError={() => setFailed(true)}
    />
  );
}

function Missing({ why, what }: { why: string; what: string }) {
  const { word } = usePainting();
  const label = `${word('image.image')} ${oneLine(what).slice(0, 80)}`;
  return (
    <span className="dt-picture-missing" role="img" aria-label={`${label}: ${why}`} title={why}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M2 3h12v10H2zM2 11l3.5-3.5 3 3L11 8l3 3M10.5 6h.01" />
      </svg>
      <span aria-hidden="true">{label}</span>
    </span>
  );
}
