/** One variable before and after. */
export interface DiffRow {
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
  readonly is: 'added' | 'removed' | 'changed' | 'same';
}

type Data = Readonly<Record<string, string>>;

/** Every variable of either side, changed ones first, each group in the order of the data. */
export function diffData(before: Data | undefined, after: Data | undefined): readonly DiffRow[] {
  const old = new Map(Object.entries(before ?? {}));
  const fresh = new Map(Object.entries(after ?? {}));
  const names = [...new Set([...fresh.keys(), ...old.keys()])];
  const rows = names.map((name): DiffRow => {
    const was = old.get(name);
    const is = fresh.get(name);
    if (was === undefined) return { name, after: is ?? '', is: 'added' };
    if (is === undefined) return { name, before: was, is: 'removed' };
    return { name, before: was, after: is, is: was === is ? 'same' : 'changed' };
  });
  return [...rows.filter((row) => row.is !== 'same'), ...rows.filter((row) => row.is === 'same')];
}
