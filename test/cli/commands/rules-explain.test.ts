import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../../src/base/clock.js';
import type { EventBody } from '../../../src/log/event.js';
import { createEventLog } from '../../../src/log/event-log.js';
import { callbackReceived, cardCreated, messageReceived } from '../../support/event-builders.js';
import { createProject } from '../../support/project.js';

const rules = `version: 1
rules:
  - name: send
    on: message
    when: { text: 报销 }
    send: { template: approval }
  - name: accept
    on: callback
    when: { params: { action: accept }, card: { status: 待处理 } }
    limit: { times: 1, per: card }
    answer: { cardData: { status: 已同意 } }
  - name: scripted
    on: callback
    when: { params: { action: count } }
    script: ./rule.mjs
`;

const script =
  'export default ({ user, card }) => ({ answer: { cardData: { by: user ?? "?", was: card?.cardParamMap.status ?? "?" } }, send: { template: "note.schema", to: "sender" } });';

/** As it is on the wire. */
function tap(action: string, outTrackId = 'track1'): string {
  const content = JSON.stringify({ cardPrivateData: { actionIds: ['btn'], params: { action } } });
  return JSON.stringify({ outTrackId, userId: 'lisi01', spaceId: 'cid1', content });
}

function project(extra: Readonly<Record<string, string>> = {}) {
  const made = createProject();
  made.write('rules.yaml', rules);
  made.write('rule.mjs', script);
  for (const [name, text] of Object.entries(extra)) made.write(name, text);
  return made;
}

/** Lines as `watch --json` prints them, or a recording keeps them. */
function eventLines(...bodies: readonly EventBody[]): string {
  const log = createEventLog({ clock: new ManualClock() });
  return log
    .append(...bodies)
    .map((event) => `${JSON.stringify(event)}\n`)
    .join('');
}

const params = (action: string) => ({ outTrackId: 'track1', params: { action } });

describe('rules explain', () => {
  it('tells why no rule takes a tap, condition by condition', async () => {
    const { exitCode, stdout, stderr } = await project().run([
      'rules',
      'explain',
      tap('reject'),
      '--rules',
      'rules.yaml',
    ]);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')).toEqual([
      'lisi01 tapped btn {"action":"reject"} (card track1)',
      '✗ no rule matches',
      '  - accept (7)',
      '      params.action should be accept, and is reject',
      '      card.status should be 待处理, and there is nothing',
      '  - scripted (12)',
      '      params.action should be count, and is reject',
      '',
    ]);
  });

  it('folds what came before: cards are known, and limits count', async () => {
    const told = eventLines(
      cardCreated('track1', { cardParamMap: { status: '待处理' } }),
      callbackReceived('e1', params('accept')),
      callbackReceived('e2', params('accept')),
    );
    const made = project({ 'told.ndjson': told });
    const { stdout } = await made.run([
      'rules',
      'explain',
      'told.ndjson',
      '--rules',
      'rules.yaml',
      '--json',
    ]);
    const [first, second] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(first).toMatchObject({
      v: 1,
      on: 'callback',
      exchangeId: 'e1',
      rule: 'accept',
      line: 7,
      decision: { kind: 'answer', answer: { kind: 'update' } },
    });
    expect(second).toMatchObject({
      exchangeId: 'e2',
      rule: null,
      passedOver: [
        { rule: 'accept', failed: [{ path: 'limit', expected: '1 per card' }] },
        { rule: 'scripted' },
      ],
    });
  });

  it('asks the script, which knows the card and the person', async () => {
    const told = eventLines(
      messageReceived('m1', '你好', { senderNick: '王五' }),
      cardCreated('track1', { cardParamMap: { status: '待处理' } }),
      callbackReceived('e1', { ...params('count'), userId: 'manager01' }),
    );
    const made = project({ 'told.ndjson': told });
    const { stdout } = await made.run(['rules', 'explain', 'told.ndjson', '--rules', 'rules.yaml']);
    expect(stdout).toContain('王五 says: 你好\n✗ no rule matches\n');
    expect(stdout).toContain('    answers by=王五 was=待处理\n');
    expect(stdout).toContain('    sends card note.schema to dtv1.card//IM_ROBOT.manager01\n');
  });

  it('tells what is wrong with a script, and goes on', async () => {
    const made = project({ 'rule.mjs': 'export default () => ({ answer: { privateData: {} } });' });
    const { exitCode, stdout } = await made.run(
      ['rules', 'explain', '-', '--rules', 'rules.yaml'],
      { stdin: `${tap('count')}\n${tap('count')}\n` },
    );
    expect(exitCode).toBe(0);
    expect(
      stdout.match(/answer\.privateData is unknown; did you mean "userPrivateData"\?/g),
    ).toHaveLength(2);
  });

  it('takes the rules of a recording from the recording', async () => {
    const made = project();
    const header = '{"dtcard":"0.1.0","v":1}\n';
    const told = eventLines(
      { type: 'rules.loaded', file: 'rules.yaml', count: 3 },
      messageReceived('m1', '报销'),
    );
    made.write('run.jsonl', `${header}${told}{"torn`);
    const { exitCode, stdout } = await made.run(['rules', 'explain', 'run.jsonl']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch('✓ send (line 3)\n    sends card approval to dtv1.card//IM_GROUP.');
  });

  it('knows templates by the names of the project', async () => {
    const made = project({
      'dtcard.yaml': 'version: 1\ntemplates:\n  approval:\n    cardTemplateId: a.schema\n',
    });
    const message =
      '{"msgId":"m","conversationType":"2","conversationId":"cid1","text":{"content":"报销"}}';
    const { stdout } = await made.run(['rules', 'explain', message, '--rules', 'rules.yaml']);
    expect(stdout).toContain('sends card a.schema to dtv1.card//IM_GROUP.cid1');
  });

  it('shows what comes from outside and never acts upon it', async () => {
    const made = project();
    const { stdout } = await made.run([
      'rules',
      'explain',
      tap('\u001b[2J', '\u202etrack'),
      '--rules',
      'rules.yaml',
    ]);
    expect(stdout).not.toMatch(/[\u001b\u202e]/);
  });

  it.each([
    ['no rules', [tap('accept')], 'E1001 Name the rules file with --rules'],
    ['rules that cannot be read', [tap('accept'), '--rules', 'gone.yaml'], 'E1004'],
    ['rules that are not in order', [tap('accept'), '--rules', 'bad.yaml'], 'E1005'],
    ['a file that is not there', ['gone.json', '--rules', 'rules.yaml'], 'E1004'],
    [
      'another kind of JSON',
      ['{"a":1}', '--rules', 'rules.yaml'],
      'E1001 Line 1 of JSON is neither',
    ],
    ['no JSON', ['rule.mjs', '--rules', 'rules.yaml'], 'E1001 Line 1 of rule.mjs is neither'],
  ])('fails with exit code 2 for %s', async (_what, args, expected) => {
    const made = project({ 'bad.yaml': 'version: 2\n' });
    const { exitCode, stdout, stderr } = await made.run(['rules', 'explain', ...args]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(expected);
  });

  it('says so when there is nothing to explain', async () => {
    const made = project({ 'told.ndjson': eventLines({ type: 'connection.closed' }) });
    const { exitCode, stdout, stderr } = await made.run([
      'rules',
      'explain',
      'told.ndjson',
      '--rules',
      'rules.yaml',
    ]);
    expect([exitCode, stdout, stderr]).toEqual([
      0,
      '',
      'there is neither a message nor a callback in it\n',
    ]);
  });

  it('passes over events that lack what they should have', async () => {
    const made = project({
      'told.ndjson':
        '{"seq":0,"atMs":1,"v":1,"type":"card.created"}\n{"seq":1,"atMs":1,"v":1,"type":"callback.received","callback":{}}\n',
    });
    const { exitCode, stdout } = await made.run([
      'rules',
      'explain',
      'told.ndjson',
      '--rules',
      'rules.yaml',
    ]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('✗ no rule matches');
  });
});
