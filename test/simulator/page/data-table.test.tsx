import { expect, test } from 'vitest';
import { DataTable, shortened } from '../../../src/simulator/page/data-table.js';
import { openPage } from '../../support/page-store.js';
import { useSimulator } from '../../support/use-simulator.js';

test('every variable is a row, as text', async () => {
  const { html } = await openPage(await useSimulator());
  const table = html(<DataTable data={{ a: '<script>1</script>', b: '\u001b[31m' }} />);
  expect(table).toContain('&lt;script&gt;');
  expect(table).toContain('␛[31m');
  expect([...table.matchAll(/<th scope="row">/g)]).toHaveLength(2);
  expect(html(<DataTable data={{}} />)).toContain('没有数据');
});

test('a long value is cut, with its length', () => {
  expect(shortened('x'.repeat(2000))).toBe('x'.repeat(2000));
  expect(shortened('x'.repeat(2001))).toMatch(/… \(2001\)$/);
});
