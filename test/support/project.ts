import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { createProgramHome, type ProgramHome } from './program-home.js';
import { type CommandResult, type InProcessOptions, runInProcess } from './run-in-process.js';
import { projectRoot } from './run-program.js';

/** A directory with a project in it, gone after the test. */
export interface TestProject {
  readonly directory: string;
  readonly home: ProgramHome;
  /** @returns absolute path */
  write(name: string, content: string | object): string;
  /** One of the examples' templates. @returns absolute path */
  example(name: 'approval' | 'leave-form' | 'lunch-vote' | 'ai-answer', as?: string): string;
  /** Runs a command in the directory. */
  run(args: readonly string[], options?: InProcessOptions): Promise<CommandResult>;
}

export function createProject(): TestProject {
  const home = createProgramHome();
  onTestFinished(home.remove);
  const directory = path.join(home.root, 'project');
  mkdirSync(directory);
  const at = (name: string) => {
    const file = path.join(directory, name);
    mkdirSync(path.dirname(file), { recursive: true });
    return file;
  };
  return {
    directory,
    home,
    write(name, content) {
      const file = at(name);
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
      return file;
    },
    example(name, as = `${name}.json`) {
      const file = at(as);
      copyFileSync(path.join(projectRoot, 'examples', name, 'template.json'), file);
      return file;
    },
    run: (args, options) => runInProcess(args, { home, cwd: directory, ...options }),
  };
}

const realDirectory = path.resolve(projectRoot, '../shared/templates');

/** Templates as their authors exported them, where they are at hand; they are no part of the project. */
export const realTemplates: readonly string[] = existsSync(realDirectory)
  ? readdirSync(realDirectory)
      .filter((name) => name.endsWith('.json'))
      .map((name) => path.join(realDirectory, name))
  : [];

/** The templates that come with the project. */
export const ownTemplates: readonly string[] = [
  ...['approval', 'leave-form', 'lunch-vote', 'ai-answer'].map((name) =>
    path.join(projectRoot, 'examples', name, 'template.json'),
  ),
  ...readdirSync(path.join(projectRoot, 'test/fixtures/templates'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => path.join(projectRoot, 'test/fixtures/templates', name)),
];
