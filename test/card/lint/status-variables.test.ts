import { expect, it } from 'vitest';
import { bound, fixed } from '../../../scripts/templates/exported.js';
import { statusVariables } from '../../../src/card/lint/status-variables.js';
import { cardOf, node } from '../support/linted.js';

it('are those a status is bound to, also through an expression that passes them on', () => {
  const button = (status: object) => node('SingleButton', { status: status as never });
  const template = cardOf(
    [
      button(bound('dynamicSelect', 'direct')),
      button(bound('dynamicSelect', 'info.status')),
      button(bound('dynamicSelect', 'passes_on')),
      button(bound('dynamicSelect', 'decides')),
      button(fixed('dynamicSelect', 'normal')),
      node('ButtonList', {
        buttons: { list: [{ id: '1', status: bound('dynamicSelect', 'in_list') }] },
      }),
    ],
    {
      expressions: {
        passes_on: { type: 'string', is: 'done ? "disabled" : form_status' },
        decides: { type: 'string', is: 'submitted ? "disabled" : "normal"' },
      },
    },
  );
  expect([...statusVariables(template)].sort()).toEqual([
    'direct',
    'form_status',
    'in_list',
    'info',
  ]);
});
