import { expect, it } from 'vitest';
import { Row, Rows } from '../../../src/tui/components/rows.js';
import { span } from '../../../src/tui/components/spans.js';
import { renderTui } from '../../support/render-tui.js';

it('a row is one row, cut where it is too long', async () => {
  const line = [span('提交审批提交审批', 'good'), span('tail')];
  const tui = await renderTui(<Row line={line} width={9} />, { cols: 20, rows: 3 });
  expect(tui.screen()).toEqual(['提交审批…', '', '']);
});

it('rows keep their height, with fewer lines and with more', async () => {
  const lines = ['一', '二', '三'].map((text) => [span(text)]);
  const tui = await renderTui(
    <>
      <Rows lines={lines.slice(0, 1)} width={10} height={2} />
      <Rows lines={lines} width={10} height={2} />
    </>,
    { cols: 20, rows: 5 },
  );
  expect(tui.screen()).toEqual(['一', '', '一', '二', '']);
});
