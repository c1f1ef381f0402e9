import path from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import type { Effect } from '../../src/card/act/effect.js';
import type { Gesture } from '../../src/card/act/gesture.js';
import type { ViewNode } from '../../src/card/view/view-node.js';
import type {} from '../fixtures/pages/painted-card.js';
import { sharedBrowser } from './browser.js';

const root = path.resolve(import.meta.dirname, '../..');

interface Sent {
  readonly key: string;
  readonly gesture: Gesture;
}

export interface PaintedPage {
  readonly page: Page;
  readonly paint: (node: ViewNode) => Promise<void>;
  readonly gestures: () => Promise<readonly Sent[]>;
  /** Waits for that many gestures; gives the last one. */
  readonly gesture: (count: number) => Promise<Sent | undefined>;
  readonly answer: (effects: readonly Effect[]) => Promise<void>;
  readonly hold: () => Promise<void>;
  readonly release: () => Promise<void>;
}

/** A painted card in a real browser, without the chat around it. To be called outside of tests. */
export function paintedPages(): { open(node: ViewNode, setUp?: () => void): Promise<PaintedPage> } {
  const browser = sharedBrowser();
  let script = '';
  let styles = '';
  beforeAll(async () => {
    const bundled = await build({
      absWorkingDir: root,
      entryPoints: {
        script: 'test/fixtures/pages/painted-card.tsx',
        styles: 'src/simulator/page/paint/card.css',
      },
      bundle: true,
      write: false,
      outdir: 'out',
      format: 'iife',
      jsx: 'automatic',
      define: { 'process.env.NODE_ENV': '"production"' },
    });
    const text = (suffix: string) =>
      bundled.outputFiles.find((file) => file.path.endsWith(suffix))?.text ?? '';
    script = text('.js');
    styles = text('.css');
  });
  return {
    async open(node, setUp) {
      const page = await browser.open({ width: 800 });
      if (setUp) await page.addInitScript(setUp);
      // Served as a page: init scripts do not run in what setContent writes.
      await page.route('http://card.test/', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html><body></body>' }),
      );
      await page.goto('http://card.test/');
      await page.addStyleTag({ content: styles });
      await page.addScriptTag({ content: script });
      // As text: the type of a view holds itself, which Playwright's argument type cannot follow.
      const paint = (next: ViewNode) =>
        page.evaluate((one) => window.card.paint(JSON.parse(one)), JSON.stringify(next));
      const gestures = async (): Promise<readonly Sent[]> =>
        JSON.parse(await page.evaluate(() => JSON.stringify(window.card.gestures)));
      await paint(node);
      return {
        page,
        paint,
        gestures,
        gesture: async (count) => {
          await page.waitForFunction((least) => window.card.gestures.length >= least, count);
          const all = await gestures();
          expect(all).toHaveLength(count);
          return all.at(-1);
        },
        answer: (effects) =>
          page.evaluate((next) => window.card.answer(JSON.parse(next)), JSON.stringify(effects)),
        hold: () => page.evaluate(() => window.card.hold()),
        release: () => page.evaluate(() => window.card.release()),
      };
    },
  };
}
