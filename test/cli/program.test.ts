import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/base/display-width.js';
import { buildProgram } from '../../src/cli/program.js';
import { createTestIo, runInProcess } from '../support/run-in-process.js';

function commandsOf(command: Command, before: readonly string[] = []): string[][] {
  return command.commands.flatMap((sub) => {
    const path = [...before, sub.name()];
    return [path, ...commandsOf(sub, path)];
  });
}

const program = buildProgram(createTestIo(), () => undefined);
const commands = commandsOf(program);

describe('every command', () => {
  it('is here', () => {
    expect(commands.map((path) => path.join(' '))).toEqual([
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
    ]);
  });

  it.each(commands)('%s %s has help in both languages, on stdout', async (...path) => {
    const args = path.filter((part) => typeof part === 'string');
    const zh = await runInProcess([...args, '--help'], { lang: 'zh' });
    const en = await runInProcess([...args, '--help'], { lang: 'en' });
    expect([zh.exitCode, zh.stderr, en.exitCode, en.stderr]).toEqual([0, '', 0, '']);
    expect(zh.stdout).toContain(`用法： dtcard ${args.join(' ')}`);
    expect(en.stdout).toContain(`Usage: dtcard ${args.join(' ')}`);
    expect(en.stdout).not.toMatch(/选项|显示帮助/);
    // No word of the parser's own is left in English, and no internal default shows.
    expect(zh.stdout).not.toMatch(/display help|output the version|Options:|Commands:/);
    expect(zh.stdout + en.stdout).not.toMatch(/default: \[\]|undefined|cli\./);
  });

  it.each(commands)('%s %s keeps to 80 columns, but for commands to copy', async (...path) => {
    const args = path.filter((part) => typeof part === 'string');
    for (const lang of ['zh', 'en'] as const) {
      const { stdout } = await runInProcess([...args, '--help'], { lang });
      const rows = stdout.split('\n').filter((row) => !row.startsWith('  $ '));
      expect(rows.filter((row) => displayWidth(row) > 80)).toEqual([]);
    }
  });

  it.each(commands)('%s %s describes each of its options', (...path) => {
    const names = path.filter((part) => typeof part === 'string');
    let command: Command | undefined = program;
    for (const name of names) command = command?.commands.find((sub) => sub.name() === name);
    const visible = command?.options.filter((option) => !option.hidden) ?? [];
    expect(visible.length).toBeGreaterThan(0);
    expect(visible.filter((option) => option.description === '')).toEqual([]);
  });
});

describe('repeated options', () => {
  it('are collected in order, and absent without being given', async () => {
    const template = 'dac1dbec-55af-40c3-be91-6d6882ef3b66.schema';
    const args = ['send', '--template', template, '--to', 'u', '--set', 'a=1', '--set', 'b'];
    const { stderr } = await runInProcess(args);
    expect(stderr).toContain('--set b:');
  });
});
