/** Which template a card of this run was made of. Bounded: the oldest are forgotten. */
export interface SentCards {
  remember(outTrackId: string, cardTemplateId: string): void;
  templateOf(outTrackId: string): string | undefined;
}

export function createSentCards(capacity = 10_000): SentCards {
  const templates = new Map<string, string>();
  return {
    remember(outTrackId, cardTemplateId) {
      templates.set(outTrackId, cardTemplateId);
      if (templates.size <= capacity) return;
      const oldest = templates.keys().next();
      if (!oldest.done) templates.delete(oldest.value);
    },
    templateOf: (outTrackId) => templates.get(outTrackId),
  };
}
