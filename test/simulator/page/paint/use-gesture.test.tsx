import { describe, expect, it } from 'vitest';
import { boxNode, enabledTap, paintHtml, textNode } from '../../../support/paint-html.js';

describe('what can be touched', () => {
  it('is nothing when touching it does nothing at all', () => {
    expect(paintHtml(boxNode([]))).not.toContain('role="button"');
    expect(
      paintHtml(boxNode([], { tap: { does: 'url', enabled: false, why: 'no-action' } })),
    ).not.toContain('role="button"');
  });

  it('says why it is dead', () => {
    const html = paintHtml(
      textNode('a', {
        tap: { does: 'request', enabled: false, why: 'forwarded' },
        tooltip: '提示',
      }),
    );
    expect(html).toContain('aria-disabled="true" title="转发的卡片不支持此操作"');
  });

  it('has no place among the keys of a picture', () => {
    const html = paintHtml(boxNode([], { tap: enabledTap }), { inert: true });
    expect(html).toContain('role="button"');
    expect(html).not.toContain('tabindex="0"');
  });
});
