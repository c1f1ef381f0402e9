import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulatorReference } from '../../scripts/reference.js';
import { loadRules } from '../../src/answer/load-rules.js';
import { exitCodes } from '../../src/base/exit-codes.js';
import { readEnvironment } from '../../src/config/environment.js';
import { parseProject } from '../../src/config/project-file.js';
import type { EventType } from '../../src/log/event.js';
import { parseFault } from '../../src/simulator/faults.js';
import { anchors, blocks, callOf, commandLines } from '../support/documents.js';
import { createProgramHome, type ProgramHome } from '../support/program-home.js';
import {
  projectRoot,
  type RunningProgram,
  runBuilt,
  startProgram,
} from '../support/run-program.js';

const documents = [
  'README.md',
  'README.zh-CN.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'examples/approval/README.md',
  ...readdirSync(path.join(projectRoot, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file.replaceAll(path.sep, '/')}`),
].map((file) => ({ file, text: readFileSync(path.join(projectRoot, file), 'utf8') }));

const readmes = documents.filter(({ file }) => file.startsWith('README'));

function textOf(file: string): string {
  return documents.find((document) => document.file === file)?.text ?? '';
}

/** Needs an app of one's own, or a person at the terminal. The same commands have their own tests. */
const notRun: ReadonlyMap<string, string> = new Map([
  ['dtcard login', 'asks a person'],
  ['dtcard whoami', 'needs a stored login'],
  ['dtcard watch --rules examples/approval/rules.yaml', 'needs a stored login, and has no end'],
]);

const values: readonly (readonly [RegExp, string])[] = [
  [/<id>\.schema/g, '2c278d79-fc0b-41b4-b14e-8b8089dc08e8.schema'],
  [/<cid…>/g, 'cidSimGroup0001AbCdEf=='],
  [/<id>/g, 'dingsimulator0001'],
  [/<secret>|\$SECRET/g, 'simulator-secret-not-for-dingtalk'],
];

let home: ProgramHome;
/** Where the examples are followed: a project of its own, so that they may write. */
let project = '';
let simulator: RunningProgram;
let bot: RunningProgram;
let origin = '';
let helps: readonly { readonly command: string; readonly text: string }[] = [];

const commands = [
  '',
  'login',
  'logout',
  'whoami',
  'send',
  'watch',
  'template',
  'template add',
  'template list',
  'template show',
  'template lint',
  'template render',
  'rules',
  'rules check',
  'rules explain',
  'sim',
  'sim message',
  'sim tap',
  'sim card',
  'sim settings',
];

const ends: (() => void)[] = [];

afterAll(() => {
  for (const end of ends) end();
  home.remove();
});

beforeAll(async () => {
  home = createProgramHome();
  project = path.join(home.root, 'project');
  cpSync(path.join(projectRoot, 'examples'), path.join(project, 'examples'), { recursive: true });
  const [projectFile = ''] = projectFiles(textOf('docs/templates.md'));
  writeFileSync(path.join(project, 'dtcard.yaml'), projectFile);
  const shared = { home, cleanUp: (end: () => void) => void ends.push(end) };
  simulator = startProgram(['sim', '--json'], shared);
  await simulator.waitForLine('"ready"');
  origin = simulator.events<{ origin: string }>()[0]?.origin ?? '';
  const rules = 'examples/approval/rules.yaml';
  bot = startProgram(['watch', '--api', origin, '--json', '--no-record', '--rules', rules], shared);
  await bot.waitForLine('connection.opened');
  const pages: { command: string; text: string }[] = [];
  for (const command of commands) {
    const { stdout } = await runBuilt([...words(command), '--help'], shared);
    pages.push({ command, text: stdout });
  }
  helps = pages;
}, 60_000);

function isStart(start: readonly string[], args: readonly string[]): boolean {
  return start.every((word, index) => args[index] === word);
}

function words(command: string): string[] {
  return command === '' ? [] : command.split(' ');
}

/** Runs a line of a document against the simulator; what would run on is ended once it is ready. */
async function follow(line: string): Promise<number> {
  const filled = values.reduce((text, [pattern, value]) => text.replace(pattern, value), line);
  const { args, stdin } = callOf(filled.replaceAll('http://127.0.0.1:7700', origin));
  const set = args.map((arg, index) => (args[index - 1] === '--port' ? '0' : arg));
  const env: Record<string, string> = {};
  for (const [, name = '', value = ''] of filled.matchAll(/(?:^|\s)(DTCARD_\w+)=(\S+)/g)) {
    env[name] = value;
  }
  // A simulator of its own is the one started last, and would be acted on by the other examples.
  const own = set[0] === 'sim' && !commands.includes(`sim ${set[1]}`);
  const options = {
    cwd: project,
    env: { ...(set.includes('--sim') ? {} : { DTCARD_API: origin }), ...env },
    ...(own || set[0] === 'login' || set[0] === 'watch' ? {} : { home }),
    ...(stdin === undefined ? {} : { stdin }),
  };
  if (set[1] === 'tap' || set[1] === 'card') await freshCard();
  const program = startProgram(set, options);
  if (own) {
    await program.waitForLine('ready');
    program.kill('SIGINT');
    return (await program.finished).exitCode === 130 ? 0 : -1;
  }
  const runsOn = set[0] === 'watch' && !set.includes('--demo') && !/--duration 1s/.test(filled);
  if (!runsOn) {
    const { exitCode, stderr } = await program.finished;
    if (exitCode !== 0) throw new Error(`${line}\n${stderr}`);
    return exitCode;
  }
  await program.waitForLine(/connection\.opened|connected/);
  program.kill('SIGINT');
  return (await program.finished).exitCode === 130 ? 0 : -1;
}

async function freshCard(): Promise<void> {
  const count = bot.events().filter((event) => event['type'] === 'card.delivered').length;
  await runBuilt(['sim', 'message', '报销', '--as', '张三', '--api', origin], { home });
  let seen = 0;
  await bot.waitForLine((line) => line.includes('"card.delivered"') && ++seen > count);
}

describe('documents', () => {
  const lines = [...new Set(documents.flatMap(({ text }) => commandLines(text)))];

  it('hold examples', () => {
    expect(lines.length).toBeGreaterThan(15);
    expect([...notRun.keys()].filter((line) => !lines.includes(line))).toEqual([]);
  });

  it.each(lines.filter((line) => !notRun.has(line)))('`%s` works', async (line) => {
    expect(await follow(line)).toBe(0);
  });

  it('name only commands and flags there are', () => {
    const flagsOf = (command: string): readonly string[] =>
      helps.find((help) => help.command === command)?.text.match(/--[a-z][a-z-]*/g) ?? [];
    const unknown = documents.flatMap(({ file, text }) => {
      const inline = [...text.matchAll(/`(dtcard [^`]*)`/g)].map((match) => match[1] as string);
      return [...commandLines(text), ...inline]
        .filter((line) => {
          const { args } = callOf(line);
          const [first = '', second = ''] = args;
          if (first === '…' || second === '…') return false;
          const command =
            commands.findLast((name) => name !== '' && isStart(words(name), args)) ?? '';
          const isCommand = first.startsWith('-') || command !== '';
          const isSub =
            !['rules', 'sim', 'template'].includes(first) ||
            second === '' ||
            second.startsWith('-') ||
            command !== first;
          const flags = args.filter((arg) => /^--[a-z]/.test(arg));
          const fits = flags.every((flag) => flagsOf(command).includes(flag));
          return !(isCommand && isSub && fits);
        })
        .map((line) => `${file}: ${line}`);
    });
    expect(unknown).toEqual([]);
  });

  it('link to what exists', () => {
    const broken = documents.flatMap(({ file, text }) =>
      [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
        if (/^https?:/.test(target)) return [];
        const [to = '', anchor] = target.split('#');
        // A place in the same document.
        const full = path.join(projectRoot, to === '' ? file : path.join(path.dirname(file), to));
        if (!existsSync(full)) return [`${file} → ${target}`];
        if (anchor === undefined || anchors(readFileSync(full, 'utf8')).includes(anchor)) return [];
        return [`${file} → ${target}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  it('name only files there are', () => {
    const named = documents.flatMap(({ file, text }) =>
      [...text.matchAll(/`((?:src|test|scripts|docs|examples|bin|schemas)\/[\w./-]+)`/g)]
        .map((match) => match[1] as string)
        .filter((name) => name !== 'src/x/y.ts' && name !== 'test/x/y.test.ts')
        .filter((name) => !existsSync(path.join(projectRoot, name)))
        .map((name) => `${file}: ${name}`),
    );
    expect(named).toEqual([]);
  });

  it('hold rules that load', () => {
    const problems = documents.flatMap(({ file, text }) =>
      blocks(text, 'yaml')
        .filter((block) => block.includes('version:') && /^rules:/m.test(block))
        .flatMap((block) => {
          const loaded = loadRules(block, file);
          return loaded.ok ? [] : loaded.problems;
        }),
    );
    expect(problems).toEqual([]);
  });
});

describe('docs/templates.md', () => {
  it('has a project file that can be used, and whose template is there', () => {
    const files = projectFiles(textOf('docs/templates.md'));
    expect(files.length).toBeGreaterThan(0);
    for (const text of files) {
      const read = parseProject(text, path.join(projectRoot, 'dtcard.yaml'));
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      for (const { file = '' } of read.project.templates.values()) {
        expect(existsSync(file), file).toBe(true);
      }
    }
  });
});

function projectFiles(text: string): string[] {
  return blocks(text, 'yaml').filter((block) => /^templates:/m.test(block));
}

describe('help', () => {
  it('has examples that work', async () => {
    const lines = [...new Set(helps.flatMap(({ text }) => commandLines(text)))];
    expect(lines.length).toBeGreaterThan(6);
    for (const line of lines) {
      if (!notRun.has(line)) expect(await follow(line), line).toBe(0);
    }
  }, 60_000);
});

describe.each(readmes)('the tables of $file', ({ text }) => {
  it('name every exit code', () => {
    const rows = [...text.matchAll(/^\| (\d+) \|/gm)].map((match) => Number(match[1]));
    expect(rows).toEqual(Object.values(exitCodes));
  });

  it('name every DTCARD variable the program reads', () => {
    const read = new Set<string>();
    const env = new Proxy({}, { get: (_target, name) => void read.add(String(name)) });
    readEnvironment(env);
    const rows = [...text.matchAll(/^\| `(DTCARD_\w+)` \|/gm)].map((match) => match[1] as string);
    expect(rows.sort()).toEqual([...read].filter((name) => name.startsWith('DTCARD_')).sort());
  });
});

describe('docs/simulator.md', () => {
  const text = textOf('docs/simulator.md');

  it('has the settings there are (node --import tsx scripts/reference.ts)', () => {
    expect(text).toBe(simulatorReference(text));
  });

  it('has requests that the control API understands', async () => {
    await freshCard();
    const rows = [...text.matchAll(/^\| `(\w+) (\/_dtcard\/[^`]*)` \| (?:`([^`]*)`)? ?\|/gm)];
    expect(rows.length).toBeGreaterThan(12);
    for (const [, method = '', target = '', body] of rows) {
      const stop = new AbortController();
      const answer = await fetch(`${origin}${target}`, {
        method,
        headers: { 'content-type': 'application/json' },
        signal: stop.signal,
        ...(body === undefined ? {} : { body }),
      });
      expect(answer.status, `${method} ${target}`).toBe(200);
      stop.abort();
    }
  });

  it('has every kind of fault', () => {
    const kinds = [...text.matchAll(/^\| `(\w+)` \| /gm)].map((match) => match[1] as string);
    const refused = parseFault({ kind: 'no such kind' });
    const known = refused.ok ? [] : [...refused.problem.matchAll(/\b[a-z][A-Za-z]+\b/g)].flat();
    const documented = kinds.filter((kind) => parseFault({ kind, forMs: 1 }).ok);
    const all = known.filter((kind) => parseFault({ kind, forMs: 1 }).ok);
    expect(all.length).toBeGreaterThan(5);
    expect(documented.sort()).toEqual([...new Set(all)].sort());
  });
});

/** Does not compile when a type is missing here. */
const eventTypes: Readonly<Record<EventType, true>> = {
  'session.started': true,
  'session.ended': true,
  'connection.opening': true,
  'connection.opened': true,
  'connection.lost': true,
  'connection.retrying': true,
  'connection.draining': true,
  'connection.refused': true,
  'connection.closed': true,
  'frame.received': true,
  'frame.malformed': true,
  'frame.answered': true,
  'message.received': true,
  'message.duplicate': true,
  'message.unanswered': true,
  'callback.received': true,
  'callback.duplicate': true,
  'callback.answered': true,
  'callback.late': true,
  'callback.planned': true,
  'callback.forwarded': true,
  'callback.forwardReturned': true,
  'callback.held': true,
  'callback.holdFailed': true,
  'callback.expired': true,
  'callback.dropped': true,
  'callback.restored': true,
  'answer.armed': true,
  'answer.disarmed': true,
  'forward.health': true,
  'split.suspected': true,
  'card.created': true,
  'card.delivered': true,
  'card.undelivered': true,
  'card.uncertain': true,
  'card.failed': true,
  'card.updated': true,
  'card.updateFailed': true,
  'card.streamed': true,
  'card.streamFailed': true,
  'api.called': true,
  'api.failed': true,
  'rules.loaded': true,
  'rules.rejected': true,
  'rule.matched': true,
  'rules.switched': true,
  'rules.pinned': true,
  'rule.scriptFailed': true,
  'simulator.reported': true,
  notice: true,
};

describe('docs/events.md', () => {
  const examples = new Map(
    blocks(textOf('docs/events.md'), 'json')
      .map((block) => JSON.parse(block) as Record<string, unknown>)
      .filter((event) => 'type' in event)
      .map((event) => [event['type'] as string, event]),
  );

  it('has an example of every type of event', () => {
    expect([...examples.keys()].sort()).toEqual(Object.keys(eventTypes).sort());
  });

  it('has the keys that events of a real run have', async () => {
    const { stdout } = await runBuilt(['watch', '--sim', '--demo', '--json']);
    const events = stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(events.length).toBeGreaterThan(15);
    for (const event of events) {
      const example = examples.get(event['type'] as string) ?? {};
      expect(Object.keys(example).sort(), String(event['type'])).toEqual(Object.keys(event).sort());
    }
  });
});
