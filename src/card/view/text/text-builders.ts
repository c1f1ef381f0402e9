import type { ComponentBuilder } from '../view-builder.js';
import { buildBaseText, buildBaseTextBlock, buildLink } from './base-text.js';
import { buildCardHeader } from './card-header.js';
import { buildDivider } from './divider.js';
import { buildGenerated } from './generated.js';
import { buildAvatar, buildIcon } from './icon.js';
import { buildImage } from './image.js';
import { buildMarkdown, buildMarkdownBlock } from './markdown-node.js';
import { buildTag } from './tag.js';

/** Everything that is only looked at. */
export const textBuilders: Readonly<Record<string, ComponentBuilder>> = {
  BaseText: buildBaseText,
  BaseTextBlock: buildBaseTextBlock,
  Link: buildLink,
  Markdown: buildMarkdown,
  MarkdownBlock: buildMarkdownBlock,
  Divider: buildDivider,
  DividerBlock: buildDivider,
  CardHeaderV2: buildCardHeader,
  Tag: buildTag,
  Icon: buildIcon,
  Avatar: buildAvatar,
  Image: buildImage,
  AIGenerationProcessing: buildGenerated,
};
