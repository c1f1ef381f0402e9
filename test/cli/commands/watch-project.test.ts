import { describe, expect, it } from 'vitest';
import type { DtcardEvent } from '../../../src/log/event.js';
import { createProject } from '../../support/project.js';
import { startProgram } from '../../support/run-program.js';
import { sharedSimulator } from '../../support/shared-simulator.js';

const sim = sharedSimulator();

describe('watch in a project', () => {
  const yaml = `version: 1
templates: { 审批: { cardTemplateId: a.schema, file: a.json } }
`;
  const rules = `version: 1
rules:
  - { name: send, on: message, send: { template: 审批, data: { title: 报销 } } }
`;

  it('sends the template a rule names by its alias', async () => {
    const project = createProject();
    project.example('approval', 'a.json');
    project.write('dtcard.yaml', yaml);
    project.write('rules.yaml', rules);
    sim.it.setTemplate({ cardTemplateId: 'a.schema', status: 'published' });
    const args = ['--api', sim.origin, '--json', '--rules', 'rules.yaml', '--max-events', '1'];
    const program = startProgram(['watch', ...args], {
      cwd: project.directory,
      home: project.home,
    });
    await program.waitForLine('"connection.opened"');
    sim.it.message({ userId: 'manager01', text: '报销一下' });
    expect((await program.finished).exitCode).toBe(0);
    const created = program.events().find(({ type }) => type === 'card.created');
    expect(created).toMatchObject({ cardTemplateId: 'a.schema', cardParamMap: { title: '报销' } });
  });

  it('gives its own simulator the templates, and tells of changes in the log', async () => {
    const project = createProject();
    project.example('approval', 'a.json');
    project.write('dtcard.yaml', yaml);
    const args = ['watch', '--sim', '--json', '--no-record'];
    const program = startProgram(args, { cwd: project.directory, home: project.home });
    await program.waitForLine('"connection.opened"');
    const [page = ''] = /http:\S+/.exec(await program.waitForError('chat page')) ?? [];
    const listed = await fetch(new URL('/_dtcard/templates', page));
    expect(await listed.json()).toMatchObject({
      templates: expect.arrayContaining([
        { cardTemplateId: 'a.schema', name: '审批', hasFile: true },
      ]) as unknown,
    });
    project.example('leave-form', 'a.json');
    const notice = JSON.parse(await program.waitForLine('templateChanged')) as DtcardEvent;
    expect(notice).toMatchObject({ type: 'notice', level: 'info', params: { alias: '审批' } });
    // Whoever has the address may act as everybody.
    expect(program.stdout).not.toContain('token=');
    program.kill('SIGINT');
    expect((await program.finished).exitCode).toBe(130);
  });

  it('does not start on a dtcard.yaml with problems', async () => {
    const project = createProject();
    project.write('dtcard.yaml', 'version: 1\nrecipient: {}\n');
    const { exitCode, stdout, stderr } = await project.run(['watch', '--sim', '--json']);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('E1014');
  });

  it('opens the page of its own simulator only', async () => {
    const { exitCode, stderr } = await createProject().run(['watch', '--open']);
    expect([exitCode, stderr.slice(0, 5)]).toEqual([2, 'E1001']);
  });

  it('refuses a --template that is neither an alias nor an id', async () => {
    const project = createProject();
    project.write('dtcard.yaml', yaml);
    const { exitCode, stderr } = await project.run(['watch', '--sim', '--template', '审皮']);
    expect([exitCode, stderr.slice(0, 5)]).toEqual([2, 'E1017']);
    expect(stderr).toContain('审批');
  });
});
