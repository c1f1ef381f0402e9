import { describe, expect, it } from 'vitest';
import type { IconLook } from '../../../../src/card/view/view-node.js';
import { frame, paintHtml } from '../../../support/paint-html.js';

const icon = (look: IconLook) =>
  paintHtml({ ...frame(), kind: 'icon', icon: look, size: 20, colour: '#ff0000' });

describe('the sign of an icon', () => {
  it('is the nearest character, named after the icon', () => {
    expect(icon({ name: 'icon_copy', glyph: '⧉' })).toMatch(
      /role="img" aria-label="icon_copy" title="icon_copy"[^>]*color:#ff0000[^>]*>.*⧉/,
    );
  });

  it('is an outline with the name when no character is known', () => {
    expect(icon({ name: 'icon_XDS_odd' })).toContain(
      'class="dt-icon dt-icon--unknown" role="img" aria-label="icon_XDS_odd"',
    );
  });

  it('is the image when it is one', () => {
    expect(icon({ image: { kind: 'url', url: 'https://a.test/i.png' } })).toContain(
      'src="https://a.test/i.png"',
    );
  });

  it('is nothing when there is neither', () => {
    expect(icon({})).not.toContain('role="img"');
  });
});
