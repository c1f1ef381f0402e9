import { describe, expect, it } from 'vitest';
import type { ViewNode } from '../../../../src/card/view/view-node.js';
import { boxNode, paintHtml, textNode } from '../../../support/paint-html.js';
import { paintedPages } from '../../../support/painted-page.js';

const pages = paintedPages();

/** A rich text whose blocks are none makes its painter throw, as a mistake of its own would. */
const broken = {
  ...textNode('x', { key: 'b', component: 'Markdown' }),
  kind: 'rich',
} as unknown as ViewNode;

describe('a node that cannot be painted', () => {
  it('takes only its own place in a picture', () => {
    const html = paintHtml(boxNode([textNode('之前'), broken, textNode('之后')]), { inert: true });
    expect(html).toContain('之前');
    expect(html).toMatch(/role="note" data-why="failed".*Markdown.*绘制失败/);
    expect(html).toContain('之后');
  });

  it('takes only its own place on the page, until it can be painted', async () => {
    const { page, paint } = await pages.open(boxNode([textNode('之前'), broken, textNode('之后')]));
    await page.getByRole('note').filter({ hasText: 'Markdown · 绘制失败' }).waitFor();
    await page.getByText('之前').waitFor();
    await page.getByText('之后').waitFor();
    await paint(boxNode([textNode('之前'), textNode('好了', { key: 'b' }), textNode('之后')]));
    await page.getByText('好了').waitFor();
    expect(await page.getByRole('note').count()).toBe(0);
  });

  it('is one whose element the browser refuses, too', async () => {
    const { page } = await pages.open(
      boxNode([
        textNode('之前'),
        {
          ...textNode('x', { key: 'table', component: 'Table' }),
          kind: 'table',
          columns: [],
          rows: [],
          zebra: false,
          maxLines: 1,
          cellPadding: 4,
        } as ViewNode,
      ]),
      () => {
        const { value } =
          Object.getOwnPropertyDescriptor(Document.prototype, 'createElement') ?? {};
        Document.prototype.createElement = new Proxy(value as Document['createElement'], {
          apply: (create, document, [name]: [string]) => {
            if (name === 'table') throw new Error('no tables');
            return Reflect.apply(create, document, [name]);
          },
        });
      },
    );
    await page.getByRole('note').filter({ hasText: 'Table · 绘制失败' }).waitFor();
    await page.getByText('之前').waitFor();
  });
});
