import type { ComponentBuilder } from '../view-builder.js';
import { buildAiCard, buildAiContent, buildAiState, buildPending } from './ai-card.js';
import { buildCard } from './card.js';
import { buildColumn, buildColumnLayout } from './columns.js';
import { buildGrid } from './grid.js';
import { buildGridLayout, buildLoop } from './loop.js';
import { buildFrame, buildScroller } from './scroller.js';
import { buildStdCard, buildThumbContent } from './std-card.js';

/** Everything that holds other components, inputs and forms apart. */
export const layoutBuilders: Readonly<Record<string, ComponentBuilder>> = {
  Card: buildCard,
  StdCard: buildStdCard,
  StdCardThumbContent: buildThumbContent,
  AICardContainer: buildAiCard,
  AICardStatusContainer: buildAiState,
  AICardContent: buildAiContent,
  AIPending: buildPending,
  Grid: buildGrid,
  ColumnLayout: buildColumnLayout,
  Column: buildColumn,
  Loop: buildLoop,
  GridLayout: buildGridLayout,
  ScrollerLayout: buildScroller,
  FrameLayout: buildFrame,
};
