import { expect, test } from 'vitest';
import {
  needsSpaceModel,
  parseSpaceTargets,
  readDeliverModel,
} from '../../src/simulator/open-space-check.js';

test('§2.3: a target is split at its first dot, its id stays as it is', () => {
  expect(parseSpaceTargets('dtv1.card//IM_GROUP.cid+a/b.c==')).toEqual({
    ok: true,
    value: [{ spaceType: 'IM_GROUP', spaceId: 'cid+a/b.c==' }],
  });
});

test('§2.3: several targets of one type keep their order', () => {
  const parsed = parseSpaceTargets('dtv1.card//IM_ROBOT.b;im_robot.a;ONE_BOX.c;');
  expect(parsed.ok && parsed.value.map((target) => target.spaceId)).toEqual(['b', 'a', 'c']);
});

test.each([
  'dtv1.card://IM_GROUP.a',
  'dtv1.card/IM_GROUP.a',
  'DTV1.CARD//IM_GROUP.a',
  'IM_GROUP.a',
  'dtv1.card//',
  'dtv1.card//IM_GROUP',
  'dtv1.card//IM_GROUP.',
  'dtv1.card//.a',
  'dtv1.card//SMS.a',
  'dtv1.card//IM_GROUP.a;;IM_ROBOT.b',
  'dtv1.card//IM_GROUP.a; IM_ROBOT.b',
  ' dtv1.card//IM_GROUP.a',
  `dtv1.card//IM_GROUP.${'a'.repeat(981)}`,
])('§8 item 38: %.40j is invalid', (text) => {
  expect(parseSpaceTargets(text)).toMatchObject({ error: { code: 'param.openSpaceIdInvalid' } });
});

test('§8 item 38: 1000 characters are allowed', () => {
  expect(parseSpaceTargets(`dtv1.card//IM_GROUP.${'a'.repeat(980)}`).ok).toBe(true);
});

test('documents need a deliver model and no space model', () => {
  expect(needsSpaceModel('DOC')).toBe(false);
  expect(readDeliverModel({ docOpenDeliverModel: {} }, 'DOC')).toEqual({ problem: 'malformed' });
  expect(readDeliverModel({ docOpenDeliverModel: { userId: 'a' } }, 'DOC')).toHaveProperty('model');
});
