import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { bundledChromium } from './bundled-chromium.js';

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
async function launchBrowser(): Promise<Browser> {
  const own = process.env['DTCARD_BUNDLED_CHROME'] === '1' ? undefined : systemBrowser();
  if (own !== undefined) return chromium.launch({ executablePath: own, args: flags });
  // Not with the arguments it advises: these switch off what keeps origins apart.
  const { executablePath, env } = bundledChromium();
  return chromium.launch({ executablePath, args: flags, env: { ...environment(), ...env } });
}

function environment(): Record<string, string> {
  const known = Object.entries(process.env);
  return Object.fromEntries(
    known.filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
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
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
  });
  return {
    async open({ locale = 'zh-CN', colorScheme = 'light', width = 1400 } = {}) {
      if (!browser) throw new Error('a browser is opened inside of tests only');
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
