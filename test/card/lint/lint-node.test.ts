import { expect, it } from 'vitest';
import { ref } from '../../../scripts/templates/exported.js';
import { node, nodesOf, templateOf } from '../support/linted.js';

it('knows the innermost list and the AI state around every node', () => {
  const root = node('AICardContainer', {}, [
    node('AICardStatusContainer', { status: 2 }, [
      node('Loop', { listData: ref('rows') }, [
        node('GridLayout', { listData: 'rows[0].inner' }, [node('BaseText')]),
        node('Tag'),
      ]),
    ]),
  ]);
  const found = nodesOf(templateOf({ root }));
  expect(
    found.map(({ node: { componentName }, list, state }) => [componentName, list, state]),
  ).toEqual([
    ['AICardContainer', undefined, undefined],
    ['AICardStatusContainer', undefined, undefined],
    ['Loop', undefined, 2],
    ['GridLayout', 'rows', 2],
    ['BaseText', 'rows[0].inner', 2],
    ['Tag', 'rows', 2],
  ]);
});
