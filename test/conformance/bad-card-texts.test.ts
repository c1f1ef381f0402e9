/** Card texts and values written to do harm: shown as what they are, and nothing else happens. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixed, text } from '../../scripts/templates/exported.js';
import { toAnsi } from '../../src/output/ansi.js';
import { paintCard } from '../../src/paint/paint-card.js';
import { card, drawn, id, slow, withTemplate } from '../support/bad-template.js';
import { drawCard, node } from '../support/draw-card.js';
import {
  browserAttacks,
  everyNumberOf,
  everyTextOf,
  expectHarmless,
  expectTamed,
  terminalAttacks,
} from '../support/hostile-cards.js';
import { createProject } from '../support/project.js';
import { runBuilt } from '../support/run-program.js';
import { sharedSimulator } from '../support/shared-simulator.js';

const sim = sharedSimulator();

describe('absurd values', () => {
  const absurd = [1e9, -1e9, 1e308, 0.1, 'NaN', 'Infinity', '1e999', '-0', 'x', null, [], {}, true];
  const colours = [
    'red;background:url(http://evil.test/x)',
    'expression(alert(1))',
    'url(javascript:alert(1))',
    '#fff;position:fixed',
    'rgba(0,0,0,0);x:y',
    'var(--dt-x)',
    'rgb(999,-1,NaN)',
    '</style><script>',
    '"onmouseover="x',
  ];

  it(
    'of every number in a card are drawn within bounds',
    async () => {
      for (const value of absurd) {
        const project = withTemplate(
          everyNumberOf('test/fixtures/templates/all-components.json', value),
        );
        const outputs = await drawn(project);
        expect(outputs.text.split('\n').length).toBeLessThan(2000);
        expect(outputs.html).not.toMatch(/NaN|Infinity|\d{6}px/);
      }
    },
    slow,
  );

  it(
    'of every colour are left out',
    async () => {
      for (const value of colours) {
        const change = (key: string, before: string) =>
          /colou?r|background|style/i.test(key) ? value : before;
        const template = everyTextOf('test/fixtures/templates/all-components.json', (was, key) =>
          change(key, was),
        );
        const project = withTemplate(template);
        const { html } = await drawn(project);
        expect(html).not.toMatch(/evil\.test|position:fixed|--dt-x|expression\(/);
      }
    },
    slow,
  );
});

describe.each([
  'test/fixtures/templates/all-components.json',
  'test/fixtures/templates/ai-states.json',
  'test/fixtures/templates/all-actions.json',
])('every text of %s', (template) => {
  it.each(Object.entries({ ...browserAttacks, ...terminalAttacks }))(
    'with %s is shown and nothing else',
    async (_name, attack) => {
      for (const change of [(was: string) => was + attack, () => attack]) {
        const project = withTemplate(everyTextOf(template, change));
        await drawn(project);
        for (const args of [['lint'], ['lint', '--json'], ['show'], ['show', '--json']]) {
          const [command = '', ...flags] = args;
          const result = await project.run(['template', command, 't.json', ...flags]);
          expect(result.exitCode).toBeLessThan(2);
          expect(result.stderr).toBe('');
          expectTamed(result.stdout);
        }
      }
    },
    slow,
  );
});

it('hyperlinks of a terminal are made by the painter alone, of addresses that may be opened', () => {
  const links = [
    '[web](https://a.test/x)',
    '[quit](https://a.test/\u001b\\\\\u0007\u009c)',
    '[run](javascript:1)',
    '\u001b]8;;http://evil.test/\u0007here\u001b]8;;\u0007',
  ];
  const { lines } = paintCard(
    drawCard([node('Markdown', 'm', { content: fixed('dynamicMarkdown', links.join('\n\n')) })]),
    { width: 60, lang: 'en', theme: 'light' },
  );
  const output = toAnsi({ lines }, 'truecolor', { hyperlinks: true });
  const opened = [...output.matchAll(/\u001b\]8;;([!-~]*)\u001b\\/g)].map(([, url]) => url);
  expect(opened).toContain('https://a.test/x');
  for (const url of opened) expect(url).toMatch(/^(https?:\/\/(a|evil)\.test\/.*)?$/);
  expectTamed(output.replaceAll(/\u001b\]8;;[!-~]*?\u001b\\/g, ''));
});

describe('data and names', () => {
  const attack = Object.values({ ...browserAttacks, ...terminalAttacks }).join('');

  it('of a card that is sent arrive as they are and print as text', async () => {
    const project = withTemplate(card([], { variables: [{ name: 'title', type: 'string' }] }));
    const odd = 'a/b"c\'d<e>\u001b[2J\u009b.schema';
    for (const [alias, cardTemplateId] of Object.entries({ odd, mine: id })) {
      const args = ['template', 'add', 't.json', '--as', alias, '--id', cardTemplateId];
      const added = await project.run(args);
      expect(added.exitCode).toBe(0);
      expectTamed(added.stdout);
    }
    const data = project.write('d.json', { title: attack });
    const { home } = project;
    const env = { DTCARD_API: sim.origin };
    const send = async (alias: string, ...flags: string[]) => {
      const args = ['send', '--template', alias, '--to', 'manager01', '--data', data, ...flags];
      const result = await runBuilt(args, { cwd: project.directory, home, env });
      expectTamed(result.stdout);
      expectTamed(result.stderr);
      return result;
    };
    const refused = await send('odd');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain('E4001');
    expect((await send('mine', '--lang', 'zh')).exitCode).toBe(0);
    const result = await send('mine', '--json');
    expect([result.exitCode, JSON.parse(result.stdout)]).toMatchObject([
      0,
      { cardTemplateId: id, cardParamMap: { title: attack } },
    ]);
  });

  it('of files and folders print as text, on the page of a card too', async () => {
    const project = createProject();
    const name = '</title><script>x\u001b]0;y\u0007\u202e.json'.replaceAll('/', '∕');
    writeFileSync(path.join(project.directory, name), card([]));
    for (const format of ['text', 'html', 'json']) {
      const result = await project.run(['template', 'render', name, '--format', format]);
      expect(result.exitCode).toBe(0);
      expectTamed(result.stdout);
      if (format === 'html') expectHarmless(result.stdout);
    }
    const missing = await project.run(['template', 'render', `\u001b[2J${name}`]);
    expect(missing.exitCode).toBe(2);
    expectTamed(missing.stderr);
  });

  it('of links with a password or a trick in them stay what they are', async () => {
    const links = [
      'https://user:secret@evil.test/',
      'https://dingtalk.com@evil.test/"onclick="x',
      'https://a.test/\u202egnp',
      '//evil.test/x',
      'https://a.test/ javascript:x',
    ];
    const project = withTemplate(
      card(
        links.map((url, index) =>
          node('Link', `l${index}`, { text: text(`link ${index}`), url: text(url) }),
        ),
      ),
    );
    const { html } = await drawn(project);
    for (const index of links.keys()) expect(html).toContain(`link ${index}`);
    expect(html).not.toContain('href="//');
  });
});

describe('dtcard.yaml', () => {
  const entry = `cardTemplateId: ${id}`;

  it.each<readonly [string, string | Uint8Array, RegExp]>([
    ['a path for an alias', `version: 1\ntemplates:\n  ../up: { ${entry} }\n`, /:3:3: .*alias/],
    [
      '__proto__ for an alias',
      `version: 1\ntemplates:\n  __proto__: { ${entry} }\n`,
      /:3:3: .*alias/,
    ],
    ['an alias of escapes', `version: 1\ntemplates:\n  "\\e[2J": { ${entry} }\n`, /:3:3: .*alias/],
    ['an id for an alias', `version: 1\ntemplates:\n  ${id}: { ${entry} }\n`, /:3:3: .*alias/],
    [
      'an alias twice',
      `version: 1\ntemplates:\n  a: { ${entry} }\n  a: { ${entry} }\n`,
      /:4:3: "a" is there twice/,
    ],
    [
      'an alias twice in two spellings',
      `version: 1\ntemplates:\n  \u00e9: { ${entry} }\n  e\u0301: { ${entry} }\n`,
      /:4:3: .*is there twice/,
    ],
    ['__proto__ at the top', 'version: 1\n__proto__: { polluted: 1 }\n', /:2:1: .*__proto__/],
    ['tabs', 'version: 1\ntemplates:\n\ta: 1\n', /:3:\d+: .*[Tt]ab/],
    ['a list', '- version: 1\n', /:1:1: /],
    ['nothing', '', /empty; it starts with "version: 1"/],
    ['bytes of another encoding', Uint8Array.from([0x76, 0xe9, 0xff]), /not UTF-8/],
    ['UTF-16', Buffer.from('\ufeffversion: 1', 'utf16le'), /UTF-16/],
    ['an alias of itself', 'version: 1\ntemplates: &a\n  x: *a\n', /:\d+:\d+: /],
    ['brackets without an end', `version: 1\ntemplates: ${'['.repeat(100_000)}`, /levels deep/],
    [
      'a few lines that mean gigabytes',
      `version: 1\ntemplates:\n  a:\n    ${entry}\n    data:\n      l0: &l0 [x,x,x,x,x,x,x,x,x,x]\n${Array.from(
        { length: 12 },
        (_, at) => `      l${at + 1}: &l${at + 1} [${Array(10).fill(`*l${at}`).join(',')}]\n`,
      ).join('')}`,
      /aliases make this file too large/,
    ],
    ['half a megabyte and more', `version: 1\n#${'x'.repeat(600_000)}`, /bytes; 524288 at most/],
    ['a secret', 'version: 1\nclientSecret: hunter2\n', /:2:1: /],
  ])('with %s is refused with its place, exit code 2', async (_name, content, words) => {
    const project = createProject();
    writeFileSync(path.join(project.directory, 'dtcard.yaml'), content);
    project.example('approval', 'a.json');
    const runs = [
      ['template', 'list'],
      ['template', 'render', 'a.json'],
      ['template', 'add', 'a.json', '--id', id],
      ['send', '--template', 'a', '--to', 'manager01'],
    ];
    for (const args of runs) {
      const result = await project.run(args);
      expect([args[1], result.exitCode, result.stdout]).toEqual([args[1], 2, '']);
      expect(result.stderr).toMatch(/^E1014 /);
      expect(result.stderr).toMatch(words);
      expect(result.stderr).not.toContain('hunter2');
      expectTamed(result.stderr);
    }
    expect({}).not.toHaveProperty('polluted');
  });

  it('may name files anywhere and data of any kind; nothing of it acts', async () => {
    const project = createProject();
    project.write(
      'a.json',
      card([node('BaseText', 't', { text: text('${title}') })], {
        variables: [{ name: 'title', type: 'string' }],
      }),
    );
    project.write(
      'dtcard.yaml',
      `version: 1
templates:
  constructor:
    ${entry}
    file: ./x/../a.json
    data: { title: "\\e[2J<script>", __proto__: { polluted: 1 }, constructor: 1 }
    privateData: { __proto__: { title: x }, toString: { title: y } }
`,
    );
    for (const format of ['text', 'html', 'json']) {
      const args = ['template', 'render', 'constructor', '--format', format];
      const result = await project.run(args);
      expect(result.exitCode).toBe(0);
      expectTamed(result.stdout);
      expect(result.stdout).toContain('the rest');
    }
    const unknown = await project.run(['template', 'render', 'toString']);
    expect([unknown.exitCode, unknown.stderr.slice(0, 5)]).toEqual([2, 'E1017']);
    expect({}).not.toHaveProperty('polluted');
  });
});
