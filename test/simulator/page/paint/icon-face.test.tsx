import { expect, it } from 'vitest';
import { enabledTap, frame, paintHtml } from '../../../support/paint-html.js';

it('an icon that does something is a button', () => {
  const html = paintHtml({
    ...frame(),
    kind: 'icon',
    icon: { name: 'icon_copy', glyph: '⧉' },
    size: 20,
    colour: '#ff0000',
    tap: enabledTap,
  });
  expect(html).toMatch(/<span role="button" data-tap="request" tabindex="0" class="dt-icon-box"/);
});
