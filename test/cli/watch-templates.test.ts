import { describe, expect, it, onTestFinished } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { openWatchTemplates } from '../../src/cli/watch-templates.js';
import { createEventLog } from '../../src/log/event-log.js';
import { createProject } from '../support/project.js';
import { createTestIo } from '../support/run-in-process.js';

const text = `version: 1
templates:
  审批:
    cardTemplateId: a.schema
    file: a.json
    data: { title: 报销, amount: 12 }
recipients: { 财务群: cidABC== }
`;

async function open(projectText: string | undefined, isDemo = false) {
  const project = createProject();
  project.example('approval', 'a.json');
  if (projectText !== undefined) project.write('dtcard.yaml', projectText);
  const clock = new ManualClock(Date.now());
  const io = createTestIo({ cwd: project.directory, clock });
  const templates = await openWatchTemplates(io, isDemo);
  const log = createEventLog({ clock, capacity: 100, encode: (event) => JSON.stringify(event) });
  onTestFinished(() => templates.close());
  return { project, clock, templates, log };
}

describe('templates while watch runs', () => {
  it('start cards, with their types and the values of the project', async () => {
    const { templates, log } = await open(text);
    expect(templates.templateIdOf('审批')).toBe('a.schema');
    templates.follow(log, undefined);
    expect(templates.choices()).toEqual([
      {
        cardTemplateId: 'a.schema',
        label: '审批',
        cardParamMap: { title: '报销', amount: '12' },
        types: {
          lastMessage: 'string',
          title: 'string',
          type: 'string',
          amount: 'string',
          reason: 'string',
          status: 'string',
        },
      },
    ]);
    expect(templates.recipients).toEqual([{ to: 'cidABC==', label: '财务群' }]);
    expect(templates.templateOf('a.schema')?.variables).toHaveLength(6);
    expect(templates.templateIdOf('unknown')).toBe('unknown');
    expect([...new Set(templates.aliasesOf('a.schema'))]).toEqual(['审批']);
    expect(templates.aliasesOf('unknown')).toEqual([]);
  });

  it('have private data where the project names some', async () => {
    const own = text.replace('recipients:', '    privateData: { u1: { n: 1 } }\nrecipients:');
    const { templates, log } = await open(own);
    templates.follow(log, undefined);
    expect(templates.choices()[0]?.privateData).toEqual({ u1: { cardParamMap: { n: '1' } } });
    expect(templates.aliases).toEqual(['审批']);
  });

  it('are told of in the log when they change', async () => {
    const { project, clock, templates, log } = await open(text);
    templates.follow(log, undefined);
    project.write('a.json', 'half');
    clock.advance(3000);
    expect(log.since(0)).toMatchObject([
      { type: 'notice', level: 'error', key: 'notice.templateRejected' },
    ]);
    project.write('dtcard.yaml', text.replace('审批', '报销'));
    clock.advance(3000);
    expect(templates.templateIdOf('报销')).toBe('a.schema');
  });

  it('are those of the examples in the demo', async () => {
    const { templates, log } = await open(undefined, true);
    templates.follow(log, undefined);
    const aliases = templates.choices().map(({ label }) => label);
    expect(aliases).toEqual(['approval', 'leave-form', 'lunch-vote', 'ai-answer']);
  });

  it('need a project file that can be used', async () => {
    await expect(open('version: 2\n')).rejects.toMatchObject({ code: 'E1014' });
  });
});
