import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Nothing but the page under test may be asked for anything. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * CHROME_PATH, else a Chromium of the system, else the one that comes with the development packages.
 * DTCARD_BUNDLED_CHROME=1 takes the last one in any case.
 */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env['DTCARD_BUNDLED_CHROME'] === '1' ? undefined : systemBrowser();
  if (own !== undefined) return chromium.launch({ executablePath: own, args: flags });
  const { default: bundled } = await import('@sparticuz/chromium');
  const executablePath = await bundled.executablePath();
  return chromium.launch({ executablePath, args: [...bundled.args, ...flags] });
}

function systemBrowser(): string | undefined {
  return process.env['CHROME_PATH'] ?? installed.find((file) => existsSync(file));
}

export interface SharedBrowser {
  /** A window of its own, closed when the test ends; what it reports as an error fails the test. */
  open(options?: OpenOptions): Promise<Page>;
}

export interface OpenOptions {
  readonly locale?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
}

/** One browser for all tests of a file. To be called outside of tests. */
export function sharedBrowser(): SharedBrowser {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
  });
  return {
    async open({ locale = 'zh-CN', colorScheme = 'light', width = 1400 } = {}) {
      const context = await browser.newContext({
        locale,
        colorScheme,
        viewport: { width, height: 900 },
      });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(String(error)));
      onTestFinished(async () => {
        await context.close();
        if (problems.length > 0) throw new Error(`the page reported: ${problems.join('\n')}`);
      });
      return page;
    },
  };
}
