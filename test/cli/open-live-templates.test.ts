import { describe, expect, it, onTestFinished } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { seededIds } from '../../src/base/ids.js';
import { openLiveTemplates } from '../../src/cli/open-live-templates.js';
import { Simulator } from '../../src/simulator/simulator.js';
import { createProject } from '../support/project.js';

describe('templates of a project in the simulator', () => {
  it('are known under their aliases, in their latest version', () => {
    const project = createProject();
    project.example('approval', 'a.json');
    project.write(
      'dtcard.yaml',
      'version: 1\ntemplates: { 审批: { cardTemplateId: a.schema, file: a.json }, b: { cardTemplateId: b.schema } }\n',
    );
    const clock = new ManualClock(Date.now());
    const simulator = new Simulator({ clock, ids: seededIds() });
    const changed: string[] = [];
    simulator.subscribe((event) => {
      if (event.type === 'template.changed') changed.push(event.cardTemplateId);
    });
    const io = { cwd: project.directory, clock };
    const live = openLiveTemplates(io, { projectFile: undefined, simulator, onNote() {} });
    onTestFinished(() => live.close());
    const known = (id: string) =>
      simulator.templates().find(({ cardTemplateId }) => cardTemplateId === id);
    expect(known('a.schema')).toMatchObject({ name: '审批', status: 'published' });
    expect(known('a.schema')?.variables).toHaveLength(6);
    expect(known('b.schema')).toEqual({
      cardTemplateId: 'b.schema',
      name: 'b',
      status: 'published',
    });
    project.example('lunch-vote', 'a.json');
    clock.advance(3000);
    expect(changed.filter((id) => id === 'a.schema')).toHaveLength(2);
    expect(known('a.schema')?.variables?.map(({ name }) => name)).toContain('dishes');
  });
});
