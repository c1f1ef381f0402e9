import { describe, expect, it } from 'vitest';
import { readDeliverResults } from '../../src/protocol/deliver-results.js';

const entry = {
  spaceType: 'IM_GROUP',
  spaceId: 'cid==',
  success: true,
  carrierId: 'c',
  errorMsg: '',
};
const read = { spaceType: 'IM_GROUP', spaceId: 'cid==', success: true, carrierId: 'c' };

describe('readDeliverResults', () => {
  it('reads the answer of createAndDeliver', () => {
    const body = { success: true, result: { outTrackId: 'o', deliverResults: [entry] } };
    expect(readDeliverResults(body)).toEqual([read]);
  });

  it('reads a result that is the list itself', () => {
    expect(readDeliverResults({ success: true, result: [entry] })).toEqual([read]);
  });

  it('trusts success, not errorMsg', () => {
    const result = { deliverResults: [{ ...entry, errorMsg: 'SYSTEM_ERROR' }] };
    expect(readDeliverResults({ result })?.[0]).toMatchObject({ success: true });
    expect(
      readDeliverResults({ result: [{ success: false, errorMsg: 'spaceId is illegal' }] }),
    ).toEqual([{ spaceType: '', spaceId: '', success: false, errorMsg: 'spaceId is illegal' }]);
  });

  it('takes success only for true', () => {
    const of = (success: string | number | null) =>
      readDeliverResults({ result: [{ success }] })?.[0]?.success;
    expect([of('true'), of('false'), of(1), of(null)]).toEqual([true, false, false, false]);
  });

  it('skips entries that are no objects', () => {
    expect(readDeliverResults({ result: [null, 'x', entry, [entry]] })).toEqual([read]);
  });

  it('knows when there is no list', () => {
    expect(readDeliverResults({})).toBeUndefined();
    expect(readDeliverResults({ result: true })).toBeUndefined();
    expect(readDeliverResults({ result: { outTrackId: 'o' } })).toBeUndefined();
  });
});
