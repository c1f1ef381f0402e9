/**
 * Cards written to do harm, on the chat page and as a page of their own, in a real browser: nothing
 * of them runs, no dialog opens, and no other host is asked for anything but pictures.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { exportTemplate, text } from '../../scripts/templates/exported.js';
import { mockParams } from '../../src/card/data/mock-data.js';
import { readTemplate } from '../../src/card/template/read-template.js';
import { sharedBrowser } from '../support/browser.js';
import { chatStories } from '../support/chat-story.js';
import { node } from '../support/draw-card.js';
import { browserAttacks, everyTextOf, terminalAttacks } from '../support/hostile-cards.js';
import { createProject } from '../support/project.js';
import { simGroup } from '../support/sim-card.js';

const stories = chatStories();
const browser = sharedBrowser();
const slow = 120_000;
const attack = ` ${Object.values({ ...browserAttacks, ...terminalAttacks }).join(' ')}`;

const fixtures = [
  'test/fixtures/templates/all-components.json',
  'test/fixtures/templates/all-actions.json',
  'test/fixtures/templates/ai-states.json',
];
const hostile = fixtures.flatMap((file) => [
  everyTextOf(file, (was) => was + attack),
  everyTextOf(file, () => attack),
]);

const templateOf = (exported: string, index = 0) => ({
  cardTemplateId: `00000000-0000-4000-8000-00000000000${index}.schema`,
  status: 'published' as const,
  exported,
});

/** Takes down what a page does besides being looked at. Requests to elsewhere are not let through. */
async function watch(page: Page, origin: string) {
  const dialogs: string[] = [];
  const asked: string[] = [];
  const opened: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.context().on('page', (popup) => opened.push(popup.url()));
  await page.context().route(
    (url) => url.origin !== origin,
    (route) => {
      const request = route.request();
      asked.push(`${request.resourceType()} ${request.url()}`);
      return route.abort();
    },
  );
  return {
    asked,
    opened,
    /** Nothing of a card ran, opened, or asked for more than pictures. */
    async expectQuiet() {
      expect(dialogs).toEqual([]);
      expect(opened).toEqual([]);
      expect(asked.filter((one) => !/^image https?:/.test(one))).toEqual([]);
      expect(page.frames()).toHaveLength(1);
      expect(new URL(page.url()).origin).toBe(origin);
      expect(await page.evaluate(strangers)).toEqual([]);
    },
  };
}

/** Runs in the page: whatever a card must not bring with it. */
function strangers(): string[] {
  const found = '__pwned' in window ? ['something ran'] : [];
  const ours = /^\/_dtcard\/page\//;
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    const source = element.getAttribute('src') ?? '';
    if (/^(iframe|frame|object|embed|base|applet|portal)$/.test(name)) found.push(name);
    if (name === 'script' && !ours.test(source)) found.push(`script ${source}`);
    if (
      name === 'link' &&
      !/^(\/_dtcard\/page\/|data:,)/.test(element.getAttribute('href') ?? '')
    ) {
      found.push('link');
    }
    for (const { name: attribute, value } of element.attributes) {
      if (/^(on|srcdoc|formaction)/.test(attribute)) found.push(`${name} ${attribute}`);
      const isAddress = attribute === 'href' || attribute === 'src';
      // Browsers leave out blanks and controls before they look at the scheme.
      if (isAddress && /^\W*(javascript|vbscript|file|data:text)/i.test(value)) found.push(value);
    }
    const { backgroundImage } = getComputedStyle(element);
    if (backgroundImage.includes('url(')) found.push(`background of ${name}`);
  }
  return [...new Set(found)];
}

describe('on the chat page', () => {
  it(
    'hostile texts are texts, in the chat, in the panels and when touched',
    async () => {
      const { page, bot, simulator } = await stories.begin({
        madeTemplates: hostile.map(templateOf),
      });
      const seen = await watch(page, new URL(simulator.origin).origin);
      const cards = page.getByRole('log').locator('.dt-card');
      for (const [index, exported] of hostile.entries()) {
        const { cardParamMap } = mockParams(readTemplate(exported));
        await bot.session.commands.sendCard({
          cardTemplateId: templateOf(exported, index).cardTemplateId,
          openSpaceId: `dtv1.card//IM_GROUP.${simGroup}`,
          cardParamMap: { ...cardParamMap, lastMessage: attack, flowStatus: '3' },
        });
        await cards.nth(index).waitFor();
        await page.getByRole('button', { name: '检查' }).last().click();
      }
      const response = await page.request.get(page.url());
      expect(response.headers()['content-security-policy']).toContain("default-src 'none'");
      await seen.expectQuiet();
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        await seen.expectQuiet();
      }
      for (const [index] of hostile.entries()) {
        for (const kind of ['button', '[data-tap]', '[role=button]']) {
          for (const one of await cards.nth(index).locator(kind).all()) {
            await one.dispatchEvent('click');
          }
        }
        await page.keyboard.press('Escape');
      }
      // A link that was touched may open what it names, and that is of the web.
      expect(seen.opened.filter((url) => !/^(https?:|about:blank$)/.test(url))).toEqual([]);
      expect(await page.evaluate(strangers)).toEqual([]);
    },
    slow,
  );

  it('what is not known is named where it stands and where it is touched; the rest is there', async () => {
    const launch = {
      id: '1',
      text: text('去'),
      status: 'normal',
      color: 'blue',
      actionType: 'launch',
    };
    const exported = exportTemplate({
      root: node('Card', 'root', {}, [
        node('VideoPlayer', 'v', {}, [node('BaseText', 'c', { text: text('里面的') })]),
        node('ButtonList', 'b', { buttons: { type: 'ButtonList', list: [launch] } }),
        node('BaseText', 'rest', { text: text('剩下的') }),
      ]),
    });
    const { bot, card } = await stories.begin({ madeTemplates: [templateOf(exported)] });
    await bot.session.commands.sendCard({
      cardTemplateId: templateOf(exported).cardTemplateId,
      openSpaceId: `dtv1.card//IM_GROUP.${simGroup}`,
      cardParamMap: {},
    });
    await card.getByRole('note').filter({ hasText: 'VideoPlayer' }).waitFor();
    for (const words of ['里面的', '剩下的']) await card.getByText(words).waitFor();
    await card.getByRole('button', { name: '去' }).click();
    await card.getByRole('alert').filter({ hasText: 'launch' }).waitFor();
    expect(bot.eventsOf('callback.received')).toEqual([]);
  });

  it(
    'a template that cannot be read, and one that is too large, leave the chat usable',
    async () => {
      const many = Array.from({ length: 3000 }, (_, index) =>
        node('BaseText', `n${index}`, { text: text(`${index}`) }),
      );
      const rest = node('BaseText', 'rest', { text: text('剩下的') });
      const broken = ['no JSON', '{"editorData":"{"}', '[]', '{"editorData":"{}"}'];
      const large = exportTemplate({ root: node('Card', 'root', {}, [rest, ...many]) });
      const templates = [...broken, large].map(templateOf);
      const { page, bot, ask } = await stories.begin({ madeTemplates: templates });
      for (const { cardTemplateId } of templates) {
        await bot.session.commands.sendCard({
          cardTemplateId,
          openSpaceId: `dtv1.card//IM_GROUP.${simGroup}`,
          cardParamMap: { title: '数据' },
        });
      }
      await page.getByText('剩下的').waitFor();
      const card = await ask('报销');
      await card.getByRole('button', { name: '同意' }).waitFor();
    },
    slow,
  );
});

describe('a card as a page of its own', () => {
  it('would be noticed if it ran something', async () => {
    const page = await browser.open();
    const seen = await watch(page, 'http://card.test');
    const body = `<a href=" javascript:1">x</a><iframe></iframe><img src=x onerror="window.__pwned=1"><p style="background:url(http://evil.test/)"><script src="http://evil.test/x.js"></script>`;
    await page.route('http://card.test/', (route) =>
      route.fulfill({ body, contentType: 'text/html' }),
    );
    await page.goto('http://card.test/');
    await page.waitForFunction(() => '__pwned' in window);
    expect(await page.evaluate(strangers)).toEqual([
      'something ran',
      ' javascript:1',
      'iframe',
      'img onerror',
      'background of p',
      'script http://evil.test/x.js',
    ]);
    expect(seen.asked).toContain('script http://evil.test/x.js');
  });

  it(
    'runs nothing, even without its policy',
    async () => {
      const project = createProject();
      const page = await browser.open();
      const seen = await watch(page, 'http://card.test');
      let body = '';
      await page.route('http://card.test/**', (route) =>
        route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
      );
      for (const exported of hostile) {
        project.write('t.json', exported);
        const run = await project.run(['template', 'render', 't.json', '--format', 'html']);
        expect(run.exitCode).toBe(0);
        for (const shown of [run.stdout, run.stdout.replace(/<meta http-equiv[^>]*>/i, '')]) {
          body = shown;
          await page.goto('http://card.test/');
          await page.locator('.dt-card').waitFor();
          await seen.expectQuiet();
        }
      }
    },
    slow,
  );
});
