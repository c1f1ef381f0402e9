import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { readWatchOptions, type WatchFlags } from '../../src/cli/watch-options.js';
import { openWatchRules } from '../../src/cli/watch-rules.js';
import { createEventLog } from '../../src/log/event-log.js';
import { createProgramHome } from '../support/program-home.js';

const good = 'version: 1\nrules:\n  - name: one\n    on: callback\n    answer: {}\n';

function home() {
  const made = createProgramHome();
  onTestFinished(made.remove);
  return made;
}

function open(flags: WatchFlags) {
  const log = createEventLog({ clock: systemClock });
  const opened = () => {
    const rules = openWatchRules(readWatchOptions(flags), systemClock, log);
    onTestFinished(() => rules.close());
    return rules;
  };
  return { log, opened };
}

describe('openWatchRules', () => {
  it('has no rules unless told, and says so', () => {
    for (const flags of [{}, { rules: false }, { sim: true, demo: true, rules: false }]) {
      const { log, opened } = open(flags);
      expect(opened().current()).toBeUndefined();
      expect(log.since(0)).toMatchObject([{ type: 'notice', key: 'notice.noRules' }]);
    }
  });

  it('does not say that nobody answers where a person or a service does', () => {
    const log = createEventLog({ clock: systemClock });
    openWatchRules(readWatchOptions({}), systemClock, log, { isOneOfSeveral: true });
    expect(log.since(0)).toMatchObject([{ type: 'notice', key: 'notice.noRulesFile' }]);
  });

  it('does not say that callbacks are acknowledged where the policy is another', () => {
    const { log, opened } = open({ onDeadline: 'fail' });
    opened();
    expect(log.since(0)).toMatchObject([{ type: 'notice', key: 'notice.noRulesFile' }]);
  });

  it('brings the rules of the examples for the demo', () => {
    const { log, opened } = open({ sim: true, demo: true });
    const names = opened()
      .current()
      ?.rules.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['send-approval', 'accept', 'reject']));
    expect(log.since(0)).toMatchObject([{ type: 'rules.loaded', count: names?.length }]);
  });

  it('refuses a named file that is missing or broken', () => {
    const file = path.join(home().root, 'rules.yaml');
    expect(open({ rules: file }).opened).toThrow(expect.objectContaining({ code: 'E1004' }));
    writeFileSync(file, 'version: 2\nrules: 7\n');
    const { log, opened } = open({ rules: file });
    expect(opened).toThrow(expect.objectContaining({ code: 'E1005' }));
    expect(log.since(0)).toMatchObject([{ type: 'rules.rejected', keptPrevious: false }]);
  });

  it('follows the file while it runs', async () => {
    const file = path.join(home().root, 'rules.yaml');
    writeFileSync(file, good);
    const { log, opened } = open({ rules: file });
    const rules = opened();
    const seen = new Promise((resolve) => {
      log.subscribe((events) => events.length > 0 && resolve(events[0]));
    });
    writeFileSync(`${file}.new`, good.replace('one', 'two'));
    renameSync(`${file}.new`, file);
    expect(await seen).toMatchObject({ type: 'rules.loaded', file });
    expect(rules.current()?.rules[0]?.name).toBe('two');
  });

  it('knows templates by alias, and warns of names that nothing has', () => {
    const file = path.join(home().root, 'rules.yaml');
    const send = (name: string, template: string) =>
      `  - { name: ${name}, on: message, send: { template: ${template} } }\n`;
    writeFileSync(
      file,
      `version: 1\nrules:\n${send('a', '审批')}${send('b', 'aproval')}${send('c', 'x.schema')}`,
    );
    const log = createEventLog({ clock: systemClock });
    const idOf = (word: string) => (word === '审批' ? 'a.schema' : word);
    const rules = openWatchRules(readWatchOptions({ rules: file }), systemClock, log, {
      templateIdOf: idOf,
    });
    onTestFinished(() => rules.close());
    const written = ['审批', 'aproval', 'x.schema'];
    expect(rules.current()?.rules.flatMap(({ sends }) => sends)).toMatchObject(
      written.map((cardTemplateId) => ({ cardTemplateId })),
    );
    expect(written.map((word) => rules.current()?.templateIdOf?.(word))).toEqual([
      'a.schema',
      'aproval',
      'x.schema',
    ]);
    expect(log.since(0)).toMatchObject([
      { type: 'rules.loaded' },
      {
        type: 'notice',
        level: 'warn',
        key: 'notice.templateUnknown',
        params: { rule: 'b', template: 'aproval' },
      },
    ]);
  });
});
