import { expect, test } from 'vitest';
import { DiffTable } from '../../../src/simulator/page/diff-table.js';
import { openPage } from '../../support/page-store.js';
import { useSimulator } from '../../support/use-simulator.js';

test('what changed stands first, what stayed is folded', async () => {
  const { html } = await openPage(await useSimulator());
  const table = html(
    <DiffTable
      before={{ status: '待处理', title: 'x' }}
      after={{ status: '已同意', title: 'x' }}
    />,
  );
  expect(table).toContain('<del>待处理</del>');
  expect(table).toContain('<ins>已同意</ins>');
  expect(table).toMatch(/<details><summary>未变的变量（1）/);
  expect(html(<DiffTable before={{ a: '1' }} after={{ a: '1' }} />)).toContain('没有变化');
  const gone = html(<DiffTable before={{ a: '1', b: '' }} after={{}} />);
  expect(gone.match(/变空/g)).toHaveLength(1);
  expect(html(<DiffTable before={undefined} after={{ a: '1' }} />)).toContain('data-is="added"');
});
