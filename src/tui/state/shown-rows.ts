import type { CardInstance } from '../../log/cards.js';
import type { Exchange } from '../../log/exchange.js';
import type { FeedRow } from '../../log/feed.js';
import type { Filter } from '../../log/filter/filter.js';
import { rowSubject } from '../../log/filter/filter-subject.js';
import type { ViewData } from './view-data.js';

/** The rows of the feed that are seen, and how many are not. */
export interface ShownRows {
  readonly rows: readonly FeedRow[];
  readonly hidden: number;
}

export type ShowRows = (filter: Filter | undefined, data: ViewData) => ShownRows;

/** What a verdict on a row rests on; while all of it is the same, so is the verdict. */
interface Verdict {
  readonly exchange: Exchange | undefined;
  readonly card: CardInstance | undefined;
  readonly nick: string | undefined;
  readonly passes: boolean;
}

/**
 * Filters the feed. A row is looked at again only when it, its callback or its card changed, so that
 * a long feed costs little more than its new rows.
 * @param aliasesOf what the project calls a cardTemplateId
 */
export function createShowRows(
  aliasesOf?: (cardTemplateId: string) => readonly string[],
): ShowRows {
  let judged: Filter | undefined;
  let verdicts = new WeakMap<FeedRow, Verdict>();
  let last: { readonly key: readonly unknown[]; readonly shown: ShownRows } | undefined;

  return (filter, data) => {
    const { feed, exchanges, cards, version } = data;
    if (!filter) return { rows: feed.rows, hidden: 0 };
    const key = [filter, version];
    if (last?.key.every((part, index) => part === key[index])) return last.shown;
    if (judged !== filter) {
      judged = filter;
      verdicts = new WeakMap();
    }
    const names = {
      nickOf: (userId: string) => feed.nickOf(userId),
      placeOf: (spaceId: string) => feed.placeOf(spaceId),
      ...(aliasesOf && { aliasesOf }),
    };
    const rows = feed.rows.filter((row) => {
      const exchange = row.kind === 'exchange' ? exchanges.get(row.exchangeId) : undefined;
      const outTrackId = row.kind === 'card' ? row.outTrackId : exchange?.callback.outTrackId;
      const card = outTrackId === undefined ? undefined : cards.get(outTrackId);
      const nick = exchange && feed.nickOf(exchange.callback.userId);
      const known = verdicts.get(row);
      if (known && known.exchange === exchange && known.card === card && known.nick === nick) {
        return known.passes;
      }
      const passes = filter.test(rowSubject(row, { exchanges, cards, names }));
      verdicts.set(row, { exchange, card, nick, passes });
      return passes;
    });
    const shown = { rows, hidden: feed.rows.length - rows.length };
    last = { key, shown };
    return shown;
  };
}
