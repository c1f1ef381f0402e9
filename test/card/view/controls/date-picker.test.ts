import { describe, expect, test } from 'vitest';
import { ref, text } from '../../../../scripts/templates/exported.js';
import { drawCard, drawNode, node } from '../../../support/draw-card.js';

const picker = (props: object) =>
  node('DatePickerBlock', 'd', { id: text('day'), status: 'normal', ...props });
const shape = { variables: [{ name: 'day', type: 'string' }], locals: { l_date: 'string' } };

describe('DatePickerBlock', () => {
  test('shows the bound date in its format', () => {
    const props = {
      pickerType: 'datetime',
      format: text('yyyy-MM-dd HH:mm'),
      currentDate: text('${day}'),
      placeholder: text('请选择时间'),
      actionType: 'request',
    };
    expect(drawNode(picker(props), { ...shape, cardData: { day: '2024-05-27 12:00' } })).toEqual({
      key: 'd',
      nodeId: 'd',
      component: 'DatePickerBlock',
      margin: { left: 12, right: 12, top: 6, bottom: 6 },
      state: 'normal',
      tap: { does: 'request', enabled: true },
      kind: 'date',
      picker: 'datetime',
      format: 'yyyy-MM-dd HH:mm',
      value: '2024-05-27 12:00',
      placeholder: '请选择时间',
    });
  });

  test('what was picked locally comes first', () => {
    const props = {
      currentDate: text('${day}'),
      actionType: 'setLocalState',
      localVarAction: ref('l_date', 'string'),
    };
    const at = (l_date: string) =>
      drawNode(picker(props), { ...shape, cardData: { day: '2024-01-01' }, localData: { l_date } });
    expect(at('2024-02-02')).toMatchObject({ value: '2024-02-02', tap: { does: 'setLocalState' } });
    expect(at('')).toMatchObject({ value: '2024-01-01' });
  });

  test.each([
    ['date', 'yyyy-MM-dd'],
    ['datetime', 'yyyy-MM-dd HH:mm'],
    ['time', 'HH:mm'],
  ])('a %s picker without format has %s', (pickerType, format) => {
    expect(drawNode(picker({ pickerType }), shape)).toMatchObject({
      picker: pickerType,
      format,
      value: '',
    });
  });

  test('an unknown picker is a date, and found', () => {
    expect(drawNode(picker({ pickerType: 'week' }), shape)).toMatchObject({ picker: 'date' });
    expect(drawCard([picker({ pickerType: 'week' })], shape).findings).toMatchObject([
      { code: 'T342', params: { value: 'week' } },
    ]);
  });

  test('a disabled one cannot be touched', () => {
    expect(drawNode(picker({ status: 'disabled' }), shape)).toMatchObject({
      state: 'disabled',
      tap: { enabled: false, why: 'status' },
    });
  });
});
