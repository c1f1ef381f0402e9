import { expect, test } from 'vitest';
import { PeopleSwitch } from '../../../src/simulator/page/people-switch.js';
import { createWorld, defaultWorld } from '../../../src/simulator/world.js';
import { openPage } from '../../support/page-store.js';
import { useSimulator } from '../../support/use-simulator.js';

test('everybody is a button, and the one who acts is pressed', async () => {
  const { html, world } = await openPage(await useSimulator(), { userId: 'user002' });
  const people = html(<PeopleSwitch world={world} />);
  expect([...people.matchAll(/<button/g)]).toHaveLength(3);
  expect(people).toMatch(/aria-pressed="true" title="李四 \(user002\)"/);
  expect([...people.matchAll(/aria-pressed="true"/g)]).toHaveLength(1);
});

test('a name that turns text around or holds markup is shown as what it is', async () => {
  const [zhang, ...rest] = defaultWorld().people;
  const name = '\u202e<b>x</b>';
  const people = [{ ...(zhang as NonNullable<typeof zhang>), name }, ...rest];
  const simulator = await useSimulator({ world: createWorld({ people }) });
  const { html, world } = await openPage(simulator);
  const shown = html(<PeopleSwitch world={world} />);
  expect(shown).toContain('&lt;b&gt;x');
  expect(shown).not.toContain('<b>');
});
