import type { CardTemplate } from '../../card/template/card-template.js';
import { readTemplate } from '../../card/template/read-template.js';
import type { ApiClient } from './api-client.js';
import { createShelf, type Shelf } from './shelf.js';

/** Templates by cardTemplateId, read from their exported files; `absent` for those without a file. */
export type TemplateShelf = Shelf<CardTemplate>;

export function createTemplateShelf(
  api: ApiClient,
  onChange: (cardTemplateId: string) => void,
): TemplateShelf {
  return createShelf(async (cardTemplateId) => {
    const file = await api.text(`/templates/${encodeURIComponent(cardTemplateId)}`);
    return file.ok ? { ok: true, value: readTemplate(file.value) } : file;
  }, onChange);
}
