import { expect, it } from 'vitest';
import { spaceOf } from '../../src/simulator/card-space.js';
import type { SimCard } from '../../src/simulator/card-store.js';
import { createDirectory } from '../../src/simulator/directory.js';
import { defaultWorld, type SimPerson } from '../../src/simulator/world.js';
import { simGroup, simSingle } from '../support/sim-card.js';

const world = defaultWorld();
const directory = createDirectory(world);
const [zhang, li] = world.people as [SimPerson, SimPerson];

const delivered = (...deliveries: SimCard['deliveries']) =>
  ({ clientId: world.apps[0]?.clientId, deliveries }) as SimCard;
const spaceId = (card: SimCard, person: SimPerson) => spaceOf(card, person, directory)?.spaceId;

it('a group delivery reaches its members, with the id of the group', () => {
  const card = delivered({ spaceType: 'IM_GROUP', spaceId: simGroup });
  expect(spaceId(card, zhang)).toBe(simGroup);
  expect(spaceId(card, { ...zhang, userId: 'stranger' })).toBeUndefined();
});

it('a delivery to a person reaches them alone, with the id of their chat', () => {
  const card = delivered({ spaceType: 'IM_ROBOT', spaceId: 'manager01' });
  expect(spaceId(card, zhang)).toBe(simSingle);
  expect(spaceId(card, li)).toBeUndefined();
  const byUnionId = delivered({ spaceType: 'IM_ROBOT', spaceId: zhang.unionId });
  expect(spaceId(byUnionId, zhang)).toBe(simSingle);
  const without = delivered({ spaceType: 'IM_ROBOT', spaceId: 'user002' });
  expect(spaceId(without, li)).toBe('user002');
});

it('the last delivery that reaches somebody counts', () => {
  const card = delivered(
    { spaceType: 'IM_GROUP', spaceId: simGroup },
    { spaceType: 'IM_ROBOT', spaceId: 'manager01' },
  );
  expect(spaceId(card, zhang)).toBe(simSingle);
  expect(spaceId(card, li)).toBe(simGroup);
  expect(spaceId(delivered(), zhang)).toBeUndefined();
});
