import type {
  AvatarNode,
  IconNode,
  ImageNode,
  ImageSource,
  ProgressNode,
  TagNode,
} from '../card/view/view-node.js';
import { type Block, block, leafOf, textBlock } from './block.js';
import { columnsOf } from './cell-sizes.js';
import { cellsOf } from './cells.js';
import { breakLines, paragraphsOf } from './flow.js';
import { type PaintPlace, plainLook, quietLook, rationed, regionOf } from './paint-context.js';
import type { Look } from './painted-card.js';
import { iconText } from './text-blocks.js';
import { urlName } from './url-text.js';

/** `[图片 name 200×100]` with what is known. */
export function imageBlock(node: ImageNode, place: PaintPlace): Block {
  const { t } = place.context;
  const px = node.width?.kind === 'fixed' ? Math.round(node.width.px) : undefined;
  const isIcon = px !== undefined && px <= 32 && (node.height ?? px) <= 32;
  const height = node.height ?? (px && node.aspectRatio ? px / node.aspectRatio : undefined);
  const size = [px, height].map((part) => (part === undefined ? '?' : String(Math.round(part))));
  const parts = [
    t('paint.image'),
    node.alt === '' ? sourceName(node.source) : node.alt,
    px === undefined && height === undefined ? '' : size.join('×'),
    node.source.kind === 'refused' ? t('paint.imageRefused') : '',
  ];
  const text = isIcon ? '▣' : `[${parts.filter(Boolean).join(' ')}]`;
  return textBlock([{ text: rationed(text, place.context), look: quietLook(place) }], {
    minWidth: 4,
    ...(node.tap ? { region: regionOf(node) } : {}),
  });
}

export function sourceName(source: ImageSource): string {
  switch (source.kind) {
    case 'url':
      return /^data:/i.test(source.url) ? '' : urlName(source.url);
    case 'media':
      return source.id.length <= 16 ? source.id : `${source.id.slice(0, 15)}…`;
    case 'refused':
    case 'none':
      return '';
  }
}

export function iconBlock(node: IconNode, place: PaintPlace): Block {
  const look = place.context.palette.text(node.colour, place.under);
  return textBlock([{ text: rationed(iconText(node.icon), place.context), look }], {
    minWidth: 1,
    ...(node.tap ? { region: regionOf(node) } : {}),
  });
}

export function avatarBlock(node: AvatarNode, place: PaintPlace): Block {
  const { palette } = place.context;
  const mark = rationed(`(${node.initials || '·'})`, place.context);
  const name = node.showName && node.name !== '' ? ` ${node.name}` : '';
  const runs = [
    { text: mark, look: { ...palette.text('#007fff', place.under), bold: true } },
    { text: rationed(name, place.context), look: plainLook(place) },
  ];
  return textBlock(runs, { minWidth: 4, ...(node.tap ? { region: regionOf(node) } : {}) });
}

export function tagBlock(node: TagNode, place: PaintPlace): Block {
  const { palette } = place.context;
  const bg = palette.background(node.background, place.under);
  const fg = palette.text(node.colour, bg ?? place.under);
  const look: Look = bg === undefined ? fg : { ...fg, bg };
  const paragraphs = paragraphsOf([{ text: rationed(`[${node.text}]`, place.context), look }]);
  return block({
    minWidth: 3,
    leaf: leafOf((width) => {
      const most = node.maxWidth === undefined ? width : Math.max(4, columnsOf(node.maxWidth));
      return { lines: breakLines(paragraphs, Math.min(width, most), 1) };
    }),
    ...(node.tap ? { region: regionOf(node) } : {}),
  });
}

const barWidth = 40;

export function progressBlock(node: ProgressNode, place: PaintPlace): Block {
  const share = Math.min(100, Math.max(0, Number.isFinite(node.percent) ? node.percent : 0));
  const figure = `${Math.floor(share)}%`;
  const colour = place.context.palette.text(node.colour, place.under);
  const quiet = quietLook(place);
  const plain = plainLook(place);
  const isNamed = node.showPercentage || node.small;
  return block({
    minWidth: node.small ? 9 : 8,
    leaf: leafOf((width) => {
      const room = node.small ? 4 : Math.min(barWidth, width - (isNamed ? figure.length + 1 : 0));
      const cells = Math.max(3, room);
      const full = Math.round((cells * share) / 100);
      const bar = [
        ...cellsOf('█'.repeat(full), colour),
        ...cellsOf('░'.repeat(cells - full), quiet),
      ];
      const text = isNamed ? cellsOf(` ${figure}`, plain) : [];
      return { lines: [[...bar, ...text]] };
    }),
    ...(node.tap ? { region: regionOf(node) } : {}),
  });
}
