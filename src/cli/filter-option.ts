import { DtcardError } from '../base/errors.js';
import { type Filter, readFilter } from '../log/filter/filter.js';

/** The filter of `--filter`; undefined for none and for an empty one. @throws DtcardError E1001 pointing at the mistake */
export async function readFilterOption(text: string | undefined): Promise<Filter | undefined> {
  if (text === undefined) return undefined;
  const read = readFilter(text);
  if (read.ok) return read.filter.node.kind === 'all' ? undefined : read.filter;
  const { problem } = read;
  // It measures texts: that takes longer to load than all of a start.
  const { pointAt } = await import('../log/filter/point-at.js');
  const { text: shown, mark } = pointAt(text, problem);
  throw new DtcardError('E1001', {
    params: {
      ...problem.params,
      reason: `filter.${problem.code}`,
      column: problem.column,
      pointed: `${shown}\n${mark}`,
    },
  });
}
