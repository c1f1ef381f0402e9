import type { ComponentBuilder } from '../view-builder.js';

/** Everything that is touched, and tables and charts. */
export const controlBuilders: Readonly<Record<string, ComponentBuilder>> = {};
