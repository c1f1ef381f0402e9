import { expect, it } from 'vitest';
import type { DateNode } from '../../../../src/card/view/view-node.js';
import { enabledTap, frame, paintHtml } from '../../../support/paint-html.js';

const date: DateNode = {
  ...frame(),
  kind: 'date',
  picker: 'datetime',
  format: 'yyyy/MM/dd HH:mm',
  value: '2026/01/05 09:30',
  placeholder: '开始时间',
  state: 'normal',
  tap: enabledTap,
};

it('a date is picked by the picker of its kind', () => {
  expect(paintHtml(date)).toMatch(
    /type="datetime-local"[^>]*aria-label="开始时间"[^>]*value="2026-01-05T09:30"/,
  );
});

it('a date that cannot be picked is shown as the card writes it', () => {
  expect(paintHtml({ ...date, state: 'disabled' })).toMatch(
    /type="text"[^>]*disabled=""[^>]*value="2026\/01\/05 09:30"/,
  );
});
