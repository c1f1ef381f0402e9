import { describe, expect, it } from 'vitest';
import type { ImageSource } from '../../src/card/view/view-node.js';
import { boxNode, disabled, enabled, node, painted, places, screen } from '../support/painted.js';

const shown = (root: Parameters<typeof screen>[0], width = 40) => screen(root, width).join('\n');

function image(source: ImageSource, part = {}): string {
  return shown(node('image', { source, alt: '', fit: 'cover', radius: 0, ...part }));
}

describe('a picture', () => {
  const width = { kind: 'fixed', px: 200 } as const;

  it('is a box that says what is known of it', () => {
    const source = { kind: 'url', url: 'https://a.com/x/pic.png?size=1' } as const;
    expect(image(source, { width, height: 100 })).toBe('[图片 pic.png 200×100]');
    expect(image(source, { alt: '发票', width, aspectRatio: 2 })).toBe('[图片 发票 200×100]');
    expect(image({ kind: 'media', id: '@lALPabc' }, { height: 100 })).toBe('[图片 @lALPabc ?×100]');
    expect(image({ kind: 'url', url: 'data:image/png;base64,AAAA' })).toBe('[图片]');
    expect(image({ kind: 'refused', text: 'javascript:x' })).toBe('[图片 地址不允许]');
  });

  it('is one sign when it is as small as one', () => {
    const small = { width: { kind: 'fixed', px: 20 } as const, height: 20 };
    expect(image({ kind: 'none' }, small)).toBe('▣');
  });

  it('can be touched', () => {
    const source = { kind: 'none' } as const;
    const made = node('image', { source, alt: '图', fit: 'cover', radius: 0, tap: enabled });
    expect(places(painted(made, 40))).toEqual(['image 0,0 40×1']);
  });
});

describe('signs', () => {
  it('are icons, avatars and tags', () => {
    const icon = node('icon', { icon: { name: 'icon_odd' }, size: 16, colour: '#ff9200' });
    const avatar = node('avatar', {
      source: { kind: 'none' },
      initials: '小明',
      name: '王小明',
      size: 30,
      showName: true,
    });
    const tag = node('tag', { text: '待审批', colour: '#ff9200', background: '#fff3e0', size: 12 });
    const row = boxNode([icon, avatar, tag], { direction: 'row' });
    expect(shown(row)).toBe(':icon_odd: (小明) 王小明 [待审批]');
    expect(painted(tag, 20).lines[0]).toEqual([
      { text: '[待审批]', look: { fg: '#ff9200', bg: '#fff3e0' } },
    ]);
  });

  it('are cut where they are too wide', () => {
    const tag = node('tag', { text: '很长很长的标签', colour: '#ff9200', size: 12, maxWidth: 80 });
    expect(shown(tag)).toBe('[很长很长…');
  });
});

describe('progress', () => {
  const bar = (percent: number, part = {}) =>
    shown(
      node('progress', { percent, colour: '#007fff', small: false, showPercentage: true, ...part }),
      20,
    );

  it('is a bar and a figure', () => {
    expect(bar(60)).toBe('██████████░░░░░░ 60%');
    expect(bar(60, { showPercentage: false })).toBe('████████████░░░░░░░░');
    expect(bar(60, { small: true })).toBe('██░░ 60%');
  });

  it('never leaves its bounds', () => {
    expect(bar(250)).toBe('███████████████ 100%');
    expect(bar(-5)).toBe('░░░░░░░░░░░░░░░░░ 0%');
    expect(bar(Number.NaN)).toBe('░░░░░░░░░░░░░░░░░ 0%');
  });

  it('is a region where it can be touched, even when that does nothing', () => {
    const made = node('progress', {
      percent: 1,
      colour: '#007fff',
      small: true,
      showPercentage: true,
      tap: disabled,
    });
    expect(painted(made, 20).regions).toHaveLength(1);
  });
});
