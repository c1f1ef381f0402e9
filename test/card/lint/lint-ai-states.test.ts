import { describe, expect, it } from 'vitest';
import {
  bound,
  fixed,
  type NodeSource,
  ref,
  text,
  type VariableSource,
} from '../../../scripts/templates/exported.js';
import { lintAiStates } from '../../../src/card/lint/lint-ai-states.js';
import { node, nodesOf, templateOf } from '../support/linted.js';

const flowStatus: VariableSource = { name: 'flowStatus', type: 'string' };
const content: VariableSource = { name: 'content', type: 'markdown' };

const block = (isStreaming: boolean, variable = 'content') =>
  node('MarkdownBlock', { content: ref(variable, 'markdown'), isStreaming });

const state = (status: number, ...children: NodeSource[]) =>
  node('AICardStatusContainer', { status }, [node('AICardContent', {}, children)]);

function lint(states: readonly NodeSource[], variables = [flowStatus, content]) {
  const root = node('AICardContainer', { flowStatusVar: ref('flowStatus') }, states);
  const template = templateOf({ root, variables });
  return lintAiStates(template, nodesOf(template)).map(({ code, params }) => ({ code, ...params }));
}

const whole = (writing: readonly NodeSource[], done: readonly NodeSource[]) =>
  [state(1), state(2, ...writing), state(3, ...done), state(5)] as const;

describe('the states of an AI card', () => {
  it('that are all there, streaming on while writing and off when done, need no word', () => {
    expect(lint(whole([block(true)], [block(false)]))).toEqual([]);
  });

  it('without the failed one: streaming with isError fails', () => {
    expect(lint([state(1), state(2, block(true)), state(3, block(false))])).toEqual([
      { code: 'T230' },
    ]);
  });

  it('missing or repeated are said', () => {
    expect(lint([state(2, block(true)), state(2), state(5)])).toEqual([
      { code: 'T232', state: 2 },
      { code: 'T231', state: 1 },
      { code: 'T231', state: 3 },
    ]);
  });

  it('with the switch off where text is written and on where it is read', () => {
    expect(lint(whole([block(false)], [block(true)]))).toEqual([
      { code: 'T234', name: 'content' },
      { code: 'T233', name: 'content', state: 3, other: 2 },
    ]);
  });

  it('with both in one state', () => {
    expect(lint(whole([block(true), block(false)], [block(false)]))).toEqual([
      { code: 'T233', name: 'content', state: 2, other: 2 },
    ]);
  });

  it('with text that is gone when done: a warning where nothing takes its place', () => {
    const other: VariableSource = { name: 'other', type: 'markdown' };
    const severities = (done: readonly NodeSource[]) => {
      const root = node('AICardContainer', {}, whole([block(true)], done));
      const template = templateOf({ root, variables: [flowStatus, content, other] });
      return lintAiStates(template, nodesOf(template)).map(
        ({ code, severity }) => `${code} ${severity}`,
      );
    };
    expect(severities([node('BaseText', { text: text('完成') })])).toEqual(['T236 warning']);
    expect(severities([block(false, 'other')])).toEqual(['T236 info']);
    expect(
      severities([node('Markdown', { content: bound('dynamicMarkdown', 'content') })]),
    ).toEqual([]);
  });

  it('may be written as a wrapper', () => {
    const wrapped = (status: number, ...children: NodeSource[]) =>
      node('AICardStatusContainer', { status: fixed('dynamicSelect', status) }, children);
    expect(
      lint([wrapped(1), wrapped(2, block(true)), wrapped(3, block(false)), wrapped(5)]),
    ).toEqual([]);
  });

  it('with a streamed variable that is no markdown', () => {
    expect(
      lint(whole([block(true)], [block(false)]), [flowStatus, { name: 'content', type: 'string' }]),
    ).toEqual([{ code: 'T235', name: 'content', type: 'string' }]);
  });

  it('without their variable', () => {
    expect(lint(whole([block(true)], [block(false)]), [content])).toEqual([
      { code: 'T237', name: 'flowStatus' },
    ]);
  });

  it('are no matter of an ordinary card', () => {
    const template = templateOf({ root: node('Card', {}, [block(true)]) });
    expect(lintAiStates(template, nodesOf(template))).toEqual([]);
  });
});
