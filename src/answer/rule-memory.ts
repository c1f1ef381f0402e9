/** How often rules have fired, for their limits. Kept by the names of rules, across reloads of the file. */
export interface RuleMemory {
  /** Times this rule was used for `key` (a userId, an outTrackId; empty for all together). */
  usesOf(rule: string, key: string): number;
  use(rule: string, key: string): void;
}

/**
 * @param capacity pairs of rule and key remembered; the longest unused go first. Uses of all together
 * are never forgotten: what may happen once must not happen again because others were busy.
 */
export function createRuleMemory(capacity = 10_000): RuleMemory {
  const uses = new Map<string, number>();
  const ofAll = new Map<string, number>();
  const at = (rule: string, key: string) => `${rule}\n${key}`;
  return {
    usesOf: (rule, key) => (key === '' ? ofAll.get(rule) : uses.get(at(rule, key))) ?? 0,
    use(rule, key) {
      if (key === '') {
        ofAll.set(rule, (ofAll.get(rule) ?? 0) + 1);
        return;
      }
      const place = at(rule, key);
      const count = (uses.get(place) ?? 0) + 1;
      uses.delete(place);
      uses.set(place, count);
      for (const oldest of uses.keys()) {
        if (uses.size <= capacity) return;
        uses.delete(oldest);
      }
    },
  };
}
