import { describe, expect, it } from 'vitest';
import { supportLines } from '../../src/output/support-lines.js';

describe('how faithfully a card is drawn', () => {
  it('is said a line for each level there is', () => {
    const components = [
      { component: 'Card', level: 'full', count: 1, approximations: [] },
      { component: 'Grid', level: 'partial', count: 3, approximations: ['blur', 'gradient'] },
      { component: 'Holo\u001b[2J', level: 'placeholder', count: 2, approximations: [] },
    ] as const;
    expect(supportLines({ components, complete: false }, 'en')).toEqual([
      'full: Card',
      expect.stringMatching(/^approximate: Grid ×3 \(.*blur.*, .*gradient.*\)$/),
      'placeholder: Holo\ufffd[2J ×2',
    ]);
    expect(supportLines({ components: components.slice(0, 1), complete: true }, 'zh')).toEqual([
      '完整：Card',
    ]);
    expect(supportLines({ components: [], complete: true }, 'en')).toEqual([]);
  });

  it('cuts names no component has', () => {
    const uses = [
      { component: 'C'.repeat(1_000_000), level: 'placeholder', count: 1, approximations: [] },
    ] as const;
    const [line = ''] = supportLines({ components: uses, complete: false }, 'en');
    expect(line).toMatch(/^placeholder: C+…$/);
    expect(line.length).toBeLessThan(80);
  });
});
