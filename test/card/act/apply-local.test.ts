import { expect, it } from 'vitest';
import { applyLocal } from '../../../src/card/act/apply-local.js';

it('writes values in their order', () => {
  const changes = [
    { name: 'a', value: 1 },
    { name: 'a', value: 2 },
    { name: 'b', value: [1] },
  ];
  expect(applyLocal({ c: 3 }, changes)).toEqual({ a: 2, b: [1], c: 3 });
});

it('builds a dynamicObject key by key', () => {
  const one = applyLocal({}, [{ name: 'form', key: 'pn', value: '138' }]);
  const two = applyLocal(one, [{ name: 'form', key: 'type', value: { index: 0, value: '0' } }]);
  expect(two).toEqual({ form: { pn: '138', type: { index: 0, value: '0' } } });
  expect(one).toEqual({ form: { pn: '138' } });
});

it('replaces what is no object by one', () => {
  expect(applyLocal({ form: 'text' }, [{ name: 'form', key: 'a', value: 1 }])).toEqual({
    form: { a: 1 },
  });
});

it('gives the same object when nothing changes', () => {
  const data = { a: 1 };
  expect(applyLocal(data, [])).toBe(data);
});

it('pollutes nothing', () => {
  applyLocal({}, [{ name: '__proto__', key: 'polluted', value: true }]);
  expect('polluted' in {}).toBe(false);
});
