import type { IconLook } from '../../../card/view/view-node.js';
import type { Colour } from '../../../card/view/view-style.js';
import { cssColour, px } from './css-value.js';
import { Picture } from './picture.js';
import { oneLine } from './visible-text.js';

export interface IconGlyphProps {
  readonly icon: IconLook;
  readonly size: number;
  readonly colour?: Colour;
}

/** DingTalk's icon font cannot be had offline: the nearest character, the image, or a ring with its name. */
export function IconGlyph({ icon, size, colour }: IconGlyphProps) {
  const edge = px(size) ?? 16;
  if (icon.image && icon.image.kind !== 'none') {
    return (
      <span className="dt-icon" style={{ width: edge, height: edge }}>
        <Picture source={icon.image} alt={oneLine(icon.name ?? '')} />
      </span>
    );
  }
  const name = oneLine(icon.name ?? '');
  const known = icon.glyph !== undefined && icon.glyph !== '';
  if (!known && name === '') return null;
  return (
    <span
      className={known ? 'dt-icon' : 'dt-icon dt-icon--unknown'}
      role="img"
      aria-label={name === '' ? undefined : name}
      title={name === '' ? undefined : name}
      style={{ width: edge, height: edge, fontSize: edge, color: cssColour(colour) }}
    >
      {known && <span aria-hidden="true">{oneLine(icon.glyph ?? '')}</span>}
    </span>
  );
}
