import type { JsonObject } from '../../../base/json-text.js';

/** What was typed and not submitted yet, by key of the form or input. Outlives every repaint. */
export interface FormDrafts {
  read(key: string): JsonObject;
  write(key: string, values: JsonObject): void;
}

export function createFormDrafts(): FormDrafts {
  const drafts = new Map<string, JsonObject>();
  return {
    read: (key) => drafts.get(key) ?? {},
    write: (key, values) => drafts.set(key, values),
  };
}
