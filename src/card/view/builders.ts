import { controlBuilders } from './controls/control-builders.js';
import { layoutBuilders } from './layout/layout-builders.js';
import { textBuilders } from './text/text-builders.js';
import type { ComponentBuilder } from './view-builder.js';

/** Component name → what draws it. */
export const componentBuilders: ReadonlyMap<string, ComponentBuilder> = new Map([
  ...Object.entries(layoutBuilders),
  ...Object.entries(textBuilders),
  ...Object.entries(controlBuilders),
]);
