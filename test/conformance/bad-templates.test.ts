/**
 * Card templates that are broken, enormous or never end, through the commands as people run them: a
 * finding or an error that says what it is, and the rest of the card drawn.
 */
import { chmodSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportTemplate, type NodeSource, text } from '../../scripts/templates/exported.js';
import { card, drawn, file, id, lint, rest, slow, withTemplate } from '../support/bad-template.js';
import { node } from '../support/draw-card.js';
import { bindings, expectTamed } from '../support/hostile-cards.js';
import { createProject } from '../support/project.js';
import { runBuilt } from '../support/run-program.js';

describe('a file that is no template', () => {
  it.each<readonly [string, string | Uint8Array, string, RegExp]>([
    ['words', 'no JSON', 'T100', /not JSON.*no JSON/],
    ['nothing', '', 'T100', /not JSON/],
    ['half of one', card([]).slice(0, 300), 'T100', /not JSON.*Unterminated/],
    ['a million brackets', '['.repeat(1_000_000), 'T100', /not JSON/],
    ['a list', '[1]', 'T101', /no editorData/],
    ['null', 'null', 'T101', /no editorData/],
    ['without editorData', '{"type":"im"}', 'T101', /no editorData/],
    ['with editorData that does not parse', file('{"a":'), 'T102', /editorData cannot be read/],
    ['with escapes for editorData', file('\u001b[2J\u009b2J'), 'T102', /editorData/],
    ['with a number for editorData', '{"editorData":5}', 'T102', /neither text nor an object/],
    ['with editorData encoded twice', file(JSON.stringify('{}')), 'T102', /not an object/],
    ['with an empty canvas', file('{"schemaVersion":"3.0.0"}'), 'T106', /no root component/],
    [
      'nested in itself',
      `${'{"editorData":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
      'T106',
      /root/,
    ],
  ])('%s: exit code 1 from lint, 2 from the others', async (_name, content, code, words) => {
    const project = withTemplate(content);
    expect(await lint(project, 1)).toContain(code);
    for (const args of [['show'], ['render'], ['add', '--id', id], ['render', '--json']]) {
      const [command = '', ...flags] = args;
      const result = await project.run(['template', command, 't.json', ...flags]);
      expect([result.exitCode, result.stdout]).toEqual([2, '']);
      expect(result.stderr).toContain('E1015');
      expect(result.stderr).toMatch(words);
      expect(result.stderr).toContain('export the JSON file again');
      expectTamed(result.stderr);
    }
  });

  it('whatever cannot be read is said so, with exit code 2', async () => {
    const project = createProject();
    const write = (name: string, content: string | Uint8Array) =>
      writeFileSync(path.join(project.directory, name), content);
    mkdirSync(path.join(project.directory, 'folder.json'));
    write('large.json', '{');
    truncateSync(path.join(project.directory, 'large.json'), 50_000_000);
    write('utf16.json', Buffer.from(`\ufeff${card([])}`, 'utf16le'));
    write('utf16-big.json', Buffer.from(`\ufeff${card([])}`, 'utf16le').swap16());
    write('utf16-bare.json', Buffer.from(card([]), 'utf16le'));
    write('latin.json', Uint8Array.from([0x7b, 0xe9]));
    write('secret.json', card([]));
    chmodSync(path.join(project.directory, 'secret.json'), 0);
    const expected = {
      'missing.json': /no such file/,
      'folder.json': /directory/,
      'large.json': /20000000 bytes/,
      'utf16.json': /UTF-16; save it as UTF-8/,
      'utf16-big.json': /UTF-16; save it as UTF-8/,
      'utf16-bare.json': /UTF-16; save it as UTF-8/,
      'latin.json': /not UTF-8 text; save it as UTF-8/,
      // Root may read everything.
      ...(process.getuid?.() === 0 ? {} : { 'secret.json': /permission denied/ }),
    };
    for (const [name, words] of Object.entries(expected)) {
      for (const command of ['lint', 'show', 'render', 'add']) {
        const result = await project.run(['template', command, name]);
        expect([name, result.exitCode, result.stdout]).toEqual([name, 2, '']);
        expect(result.stderr).toMatch(/^E1004 Cannot read .*\n {2}→ Check the path/);
        expect(result.stderr).toMatch(words);
      }
    }
  });

  it('a byte order mark is none of the card', async () => {
    const project = withTemplate(`\ufeff${card([])}`);
    expect(await lint(project, 0)).toEqual([]);
    expect((await drawn(project)).text).toContain('the rest');
  });

  it('says so as the built program too, with no trace of its own code', async () => {
    const project = withTemplate(file('\u001b]52;c;cm0=\u0007{'));
    for (const [command, exitCode] of [
      ['lint', 1],
      ['render', 2],
    ] as const) {
      const args = ['template', command, 't.json'];
      const result = await runBuilt(args, { cwd: project.directory, home: project.home });
      expect(result.exitCode).toBe(exitCode);
      const output = result.stdout + result.stderr;
      expect(output).toContain('T102');
      expect(output).not.toMatch(/node_modules|\.mjs|\n {4}at /);
      expectTamed(output);
    }
  });
});

describe('a template too large or too deep', () => {
  const deep = (levels: number) => {
    const open = Array.from(
      { length: levels },
      (_, index) => `{"componentName":"FrameLayout","id":"b${index}","children":[`,
    ).join('');
    const end = '{"componentName":"BaseText","id":"rest","props":{"text":"the rest"}}';
    const tree = `{"componentName":"Card","id":"root","children":[${end},${open}${']}'.repeat(levels)}]}`;
    return file(`{"schemaVersion":"3.0.0","schema":{"componentsTree":[${tree}]}}`);
  };

  it(
    '10 000 components inside each other are cut, and that is said',
    async () => {
      const project = withTemplate(deep(10_000));
      expect(await lint(project, 1)).toEqual(['T107']);
      for (const output of Object.values(await drawn(project)))
        expect(output).toContain('the rest');
    },
    slow,
  );

  it(
    '100 000 lists inside each other are cut, and that is said',
    async () => {
      const nested = '['.repeat(100_000) + ']'.repeat(100_000);
      const leaf = `{"componentName":"BaseText","id":"x","props":{"text":"the rest","x":${nested}}}`;
      const tree = `{"componentName":"Card","id":"root","children":[${leaf}]}`;
      const project = withTemplate(
        file(`{"schemaVersion":"3.0.0","schema":{"componentsTree":[${tree}]}}`),
      );
      expect(await lint(project, 1)).toEqual(['T107']);
      for (const output of Object.values(await drawn(project)))
        expect(output).toContain('the rest');
    },
    slow,
  );

  it(
    'of 25 000 components 20 000 are drawn, and that is said',
    async () => {
      const many = Array.from({ length: 25_000 }, (_, index) =>
        node('BaseText', index % 2 === 0 ? 'same' : `n${index}`, { text: text('one of many') }),
      );
      const root = node('Card', 'root', {}, [rest, ...many]);
      const project = withTemplate(exportTemplate({ root }));
      expect(await lint(project, 1)).toEqual(['T109', 'T200']);
      for (const output of Object.values(await drawn(project)))
        expect(output).toContain('the rest');
    },
    slow,
  );

  it(
    'names of a million letters are cut wherever they are said',
    async () => {
      const long = 'w'.repeat(1_000_000);
      const project = withTemplate(
        card(
          [node(long, 'c'), node('BaseText', long, { text: text(`\${${'v'.repeat(1_000_000)}}`) })],
          {
            variables: [{ name: long, type: long }],
          },
        ),
      );
      for (const args of [['lint'], ['show'], ['add', '--id', id]]) {
        const [command = '', ...flags] = args;
        const result = await project.run(['template', command, 't.json', ...flags]);
        expect(result.exitCode).toBe(0);
        expect(result.stdout.length + result.stderr.length).toBeLessThan(10_000);
      }
      const { text: shown } = await drawn(project);
      expect(shown).toContain('the rest');
      expect(shown.length).toBeLessThan(10_000);
    },
    slow,
  );

  it(
    'thousands of names nobody declared, and placeholders without an end, are read through',
    async () => {
      const word = (seed: number) => ((seed * 2_654_435_761) >>> 0).toString(36).repeat(6);
      const names = Array.from({ length: 3000 }, (_, index) => `a${word(index)}`);
      const project = withTemplate(
        card(
          [
            ...names.map((name) => node('BaseText', name, { text: text(`\${${name}}`) })),
            node('BaseText', 'open', {
              text: text('${'.repeat(300_000)),
              actionId: '${'.repeat(300_000),
            }),
          ],
          { variables: names.map((name) => ({ name: `b${name}`, type: 'string' })) },
        ),
      );
      expect(await lint(project, 0)).toEqual(expect.arrayContaining(['T202', 'T204']));
      expect((await drawn(project)).html).toContain('the rest');
    },
    slow,
  );
});

describe('a list', () => {
  const rows = (count: number) => ({
    variables: [{ name: 'rows', type: 'loopArray', fields: [{ name: 'a', type: 'string' }] }],
    mock: { cardData: { rows: Array.from({ length: count }, (_, index) => ({ a: `r${index}` })) } },
  });
  const loop = (key: string, inside: readonly NodeSource[]) =>
    node('Loop', key, { listData: { type: 'variableValue', variable: 'rows' } }, inside);
  const item = node('BaseText', 'item', { text: text('${loop.a}') });

  it(
    'of 100 000 items is cut, and that is said',
    async () => {
      const root = node('Card', 'root', {}, [rest, loop('l', [item])]);
      const project = withTemplate(exportTemplate({ root, ...rows(100_000) }));
      expect(await lint(project, 1)).toEqual(['T304']);
      for (const output of Object.values(await drawn(project)))
        expect(output).toContain('the rest');
    },
    slow,
  );

  it(
    'of any size is drawn in 200 MB by the built program',
    async () => {
      let inside: NodeSource = item;
      for (let level = 0; level < 5; level++) inside = loop(`l${level}`, [inside]);
      for (const [nodes, count] of [
        [inside, 50],
        [loop('l', [item]), 100_000],
      ] as const) {
        const root = node('Card', 'root', {}, [rest, nodes]);
        const project = withTemplate(exportTemplate({ root, ...rows(count) }));
        for (const format of ['ansi', 'html', 'json']) {
          const result = await runBuilt(['template', 'render', 't.json', '--format', format], {
            cwd: project.directory,
            home: project.home,
            nodeOptions: ['--max-old-space-size=200'],
          });
          expect([format, result.exitCode]).toEqual([format, 0]);
          expect(result.stdout).toContain('the rest');
        }
      }
    },
    slow,
  );

  it(
    'in a list, five deep with 50 items each, is cut, and that is said',
    async () => {
      let inside: NodeSource = item;
      for (let level = 0; level < 5; level++) inside = loop(`l${level}`, [inside]);
      const root = node('Card', 'root', {}, [rest, inside]);
      const project = withTemplate(exportTemplate({ root, ...rows(50) }));
      expect(await lint(project, 1)).toContain('T345');
      for (const output of Object.values(await drawn(project)))
        expect(output).toContain('the rest');
    },
    slow,
  );
});

describe('expressions', () => {
  const doubled = (start: string, step: (name: string) => string) => ({
    e0: start,
    ...Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`e${index + 1}`, step(`e${index}`)]),
    ),
  });

  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ['that are not finished', { e60: 'concat(' }, 'T301'],
    ['in which brackets have no end', { e60: '('.repeat(10_000) }, 'T301'],
    ['of code', { e60: '(() => { while (true) {} })()' }, 'T301'],
    ['of 100 000 parts', { e60: `1${'+1'.repeat(100_000)}` }, 'T301'],
    ['of 9 000 parts', { e60: `1${'+1'.repeat(9_000)}` }, 'T304'],
    ['that name each other', { e60: 'a + 1', a: 'b + 1', b: 'e60 + 1' }, 'T303'],
    ['that name themselves', { e60: 'e60 + e60' }, 'T303'],
    ['whose text doubles sixty times', doubled('"x"', (name) => `${name} + ${name}`), 'T304'],
    ['whose list doubles sixty times', doubled('[1]', (name) => `[${name}, ${name}]`), 'T304'],
  ])('%s are named; their value is empty', async (_name, written, code) => {
    const expressions = Object.fromEntries(
      Object.entries(written).map(([name, is]) => [name, { type: 'string', is }]),
    );
    const project = withTemplate(card(bindings(['e60']), { expressions }));
    expect(await lint(project, 1)).toContain(code);
    for (const output of Object.values(await drawn(project))) expect(output).toContain('the rest');
  });
});

describe('names of what every object has', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const inherited = [...names, '__proto__.polluted', 'constructor.name', 'toString.length'];

  it('are variables like any other', async () => {
    const values = names.map((name, index) => `"${name}":"value ${index}"`).join(',');
    const project = withTemplate(
      card(bindings(inherited), {
        variables: names.map((name) => ({ name, type: 'string' })),
        mock: { cardData: JSON.parse(`{${values}}`) },
      }),
    );
    expect(await lint(project, 0)).toEqual([]);
    const { text: shown } = await drawn(project);
    for (const index of names.keys()) expect(shown).toContain(`value ${index}`);
    expect(shown).not.toMatch(/native code|Object/);
    const data = project.write('d.json', `{${values},"polluted":1}`);
    const given = await project.run(['template', 'render', 't.json', '--data', data]);
    expect(given.stdout).toContain('value 0');
    const checked = await project.run(['template', 'lint', 't.json', '--data', data]);
    expect(checked.stdout).toContain('D103 cardParamMap.polluted');
    expect({}).not.toHaveProperty('polluted');
  });

  it('are nothing when nobody declared them', async () => {
    const project = withTemplate(card(bindings(inherited)));
    expect(await lint(project, 0)).toEqual(['T202']);
    const { text: shown } = await drawn(project);
    expect(shown).not.toMatch(/native code|Object|function/);
    expect(shown).toContain('the rest');
  });

  it('are no components and no ids to stumble over', async () => {
    const odd = names.flatMap((name) => [node(name, `c${name}`), node('BaseText', name)]);
    const project = withTemplate(card(odd));
    expect(await lint(project, 0)).toEqual(['T340']);
    const { text: shown } = await drawn(project);
    for (const name of names) expect(shown).toContain(`${name}: unknown component`);
  });
});

describe('what is not known', () => {
  it('is named where it stands; what is inside of it is drawn', async () => {
    const launch = {
      id: '1',
      text: text('Go'),
      status: 'normal',
      color: 'blue',
      actionType: 'launch',
    };
    const project = withTemplate(
      card([
        node('VideoPlayer', 'v', {}, [node('BaseText', 'child', { text: text('a child') })]),
        node('ButtonList', 'b', { buttons: { type: 'ButtonList', list: [launch] } }),
      ]),
    );
    expect(await lint(project, 0)).toEqual(['T218', 'T340']);
    const { text: shown, html } = await drawn(project);
    for (const output of [shown, html]) {
      expect(output).toContain('VideoPlayer');
      expect(output).toContain('a child');
      expect(output).toContain('Go');
    }
    const said = await project.run(['template', 'lint', 't.json']);
    expect(said.stdout).toContain('action type launch is not known: nothing happens on a tap');
  });

  it('a card of hand-written XML is called that', async () => {
    const exported = JSON.parse(card([])) as { editorData: string };
    const editorData = { ...JSON.parse(exported.editorData), useCustomWidgetInfo: true };
    const project = withTemplate(file(JSON.stringify(editorData)));
    expect(await lint(project, 1)).toEqual(['T105']);
    const shown = await project.run(['template', 'lint', 't.json']);
    expect(shown.stdout).toMatch(/T105 .*hand-written XML.*\n {4}→ trust a real client/);
  });
});
