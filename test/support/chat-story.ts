import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import type { Locator, Page } from 'playwright-core';
import { beforeAll } from 'vitest';
import type { PageAssets } from '../../src/simulator/page-assets.js';
import type { Settings } from '../../src/simulator/settings.js';
import type { Simulator } from '../../src/simulator/simulator.js';
import { defaultWorld, type SimTemplate } from '../../src/simulator/world.js';
import { type OpenOptions, sharedBrowser } from './browser.js';
import { type OpenedSession, sessionOn } from './session-on-simulator.js';
import { useSimulator as startSimulator } from './use-simulator.js';

const root = path.resolve(import.meta.dirname, '../..');

/** The demo's templates; its rules send and answer them. */
const examples: Readonly<Record<string, string>> = {
  'dac1dbec-55af-40c3-be91-6d6882ef3b66.schema': 'examples/approval/template.json',
  '5f0c2f0a-6a0e-4f63-9d2c-1b7a3c9e4d21.schema': 'examples/leave-form/template.json',
  'b7e1a4c6-58d3-4f29-9a0b-2c6d8e1f3a47.schema': 'examples/lunch-vote/template.json',
  '0c9d7b52-3e41-4c8a-8f6e-7d2a1b5c4e90.schema': 'examples/ai-answer/template.json',
};

export interface StoryOptions extends OpenOptions {
  /** Further templates: cardTemplateId → file of the repository. */
  readonly templates?: Readonly<Record<string, string>>;
  /** Further templates that are no files. */
  readonly madeTemplates?: readonly SimTemplate[];
  /** YAML; the demo's when absent. */
  readonly rules?: string;
  /** Callbacks that no rule answers wait for a hand, which there is none of. */
  readonly answerByHand?: boolean;
  readonly settings?: Partial<Settings>;
  /** Runs in the page before anything of it. */
  readonly setUp?: () => void;
}

export interface ChatStory {
  readonly page: Page;
  readonly simulator: Simulator;
  readonly bot: OpenedSession;
  /** What somebody types to the bot; gives the card that comes of it. */
  readonly ask: (text: string) => Promise<Locator>;
  /** The card the chat shows last. */
  readonly card: Locator;
  /** The same page for somebody else. */
  readonly openAgain: () => Promise<Page>;
}

/** The chat page in a real browser on a real simulator with a real bot. To be called outside of tests. */
export function chatStories(): { readonly begin: (options?: StoryOptions) => Promise<ChatStory> } {
  const browser = sharedBrowser();
  let assets: PageAssets;
  beforeAll(async () => {
    assets = await bundledPage();
  });
  return {
    async begin(options = {}) {
      const simulator = await startSimulator({
        page: assets,
        world: {
          ...defaultWorld(),
          templates: [
            ...templatesOf({ ...examples, ...options.templates }),
            ...(options.madeTemplates ?? []),
          ],
        },
        ...(options.settings && { settings: options.settings }),
      });
      const rules =
        options.rules ?? readFileSync(path.join(root, 'examples/demo/rules.yaml'), 'utf8');
      const answerByHand = options.answerByHand === true;
      const bot = await sessionOn(simulator, { rules, settings: { answerByHand } }).connected();
      const open = async () => {
        const page = await browser.open(options);
        if (options.setUp) await page.addInitScript(options.setUp);
        await page.goto(simulator.pageUrl());
        return page;
      };
      const page = await open();
      const card = page.getByRole('log').locator('.dt-card').last();
      return {
        page,
        simulator,
        bot,
        card,
        openAgain: open,
        async ask(text) {
          const before = await page.getByRole('log').locator('.dt-card').count();
          const composer = page.getByRole('textbox', { name: '给机器人的消息' });
          await composer.fill(text);
          await composer.press('Enter');
          await page.getByRole('log').locator('.dt-card').nth(before).waitFor();
          return card;
        },
      };
    },
  };
}

function templatesOf(files: Readonly<Record<string, string>>): readonly SimTemplate[] {
  return Object.entries(files).map(([cardTemplateId, file]) => ({
    cardTemplateId,
    status: 'published',
    exported: readFileSync(path.join(root, file), 'utf8'),
  }));
}

/** The page as the build makes it, in memory. */
async function bundledPage(): Promise<PageAssets> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { main: 'src/simulator/page/main.tsx', style: 'src/simulator/page/style.css' },
    outdir: 'page',
    write: false,
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', DTCARD_VERSION: '"0.0.0-test"' },
  });
  const built = (name: string) =>
    new Uint8Array(outputFiles.find((file) => file.path.endsWith(name))?.contents ?? []);
  const files = {
    'index.html': {
      type: 'text/html; charset=utf-8',
      bytes: new Uint8Array(readFileSync(path.join(root, 'src/simulator/page/index.html'))),
    },
    'main.js': { type: 'text/javascript; charset=utf-8', bytes: built('main.js') },
    'style.css': { type: 'text/css; charset=utf-8', bytes: built('style.css') },
  };
  return { get: (name) => files[name] };
}
