/** What of a long list is selected and seen; rows are named by `seq`, so that new and dropped rows move nothing. */
export interface ListPlace {
  /** Undefined: the selection follows the newest row. */
  readonly anchorSeq?: number;
  readonly topSeq?: number;
}

export interface ListWindow {
  /** Index of the first row seen. */
  readonly top: number;
  /** -1 when the list is empty. */
  readonly selected: number;
}

interface Numbered {
  readonly seq: number;
}

/** @param height rows of the list that can be seen */
export function windowOf(rows: readonly Numbered[], place: ListPlace, height: number): ListWindow {
  const last = rows.length - 1;
  const highestTop = Math.max(0, rows.length - height);
  if (place.anchorSeq === undefined) return { top: highestTop, selected: last };
  const selected = Math.min(last, indexOfSeq(rows, place.anchorSeq));
  const wanted = place.topSeq === undefined ? selected : indexOfSeq(rows, place.topSeq);
  const top = Math.max(selected - height + 1, Math.min(wanted, selected));
  return { top: Math.max(0, Math.min(top, highestTop)), selected };
}

/** Moves the selection; one step beyond the newest row follows it from then on. */
export function moveSelection(
  rows: readonly Numbered[],
  place: ListPlace,
  height: number,
  delta: number,
): ListPlace {
  const { top, selected } = windowOf(rows, place, height);
  const last = rows.length - 1;
  if (last < 0 || (delta > 0 && selected === last)) return {};
  return placeAt(rows, Math.max(0, Math.min(last, selected + delta)), top);
}

/** Keeps the row selected that is selected now. */
export function pinSelection(
  rows: readonly Numbered[],
  place: ListPlace,
  height: number,
): ListPlace {
  const { top, selected } = windowOf(rows, place, height);
  return selected < 0 ? {} : placeAt(rows, selected, top);
}

export function placeAt(rows: readonly Numbered[], selected: number, top: number): ListPlace {
  const anchorSeq = rows[selected]?.seq;
  const topSeq = rows[top]?.seq;
  if (anchorSeq === undefined) return {};
  return topSeq === undefined ? { anchorSeq } : { anchorSeq, topSeq };
}

/** Index of the first row with this `seq` or a later one; rows ascend by `seq`. */
export function indexOfSeq(rows: readonly Numbered[], seq: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as Numbered).seq < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}
