import { describe, expect, it } from 'vitest';
import type { EditedText } from '../../../src/tui/state/answer-editing.js';
import { templateAt } from '../../support/card-templates.js';
import {
  callbackAnswered,
  callbackReceived,
  cardCreated,
  sessionStarted,
} from '../../support/event-builders.js';
import { type OpenTui, type OpenTuiOptions, openTui } from '../../support/render-tui.js';
import { rulesOf } from '../../support/rule-subjects.js';

const rules = rulesOf(`version: 1
rules:
  - { name: accept, on: callback, when: { action: btn_agree, user: boss }, answer: { cardData: { status: 已同意 } } }
`);
const template = templateAt('examples/approval/template.json');
const toJson = '\u0014';
const toEditor = '\u0007';
const remove = '\u0018';

const byKey = { updateCardDataByKey: true };
const says = (cardParamMap: Record<string, string>) => ({
  kind: 'update',
  response: { cardUpdateOptions: byKey, cardData: { cardParamMap } },
});

async function editing(options: OpenTuiOptions = {}): Promise<OpenTui> {
  const tui = await openTui({
    rules: () => rules,
    cards: { templateOf: () => template },
    ...options,
  });
  tui.log.append(
    sessionStarted({ answerReach: 'clicker' }),
    cardCreated('dtcard-8f0c', { cardTemplateId: 't.schema', cardParamMap: { title: '报销' } }),
    callbackReceived('e1', {}, { deadlineMs: 3000 }),
  );
  await tui.pass(100);
  await tui.keys('e');
  return tui;
}

async function paste(tui: OpenTui, text: string): Promise<void> {
  await tui.keys(`\u001b[200~${text}\u001b[201~`);
}

async function escape(tui: OpenTui): Promise<void> {
  await tui.keys('<esc>');
  await tui.pass(40);
}

describe('writing an answer', () => {
  it('begins with the nearest rule, and enter sends what stands there', async () => {
    const tui = await editing();
    expect(tui.text()).toContain('起点：规则 accept（最接近）');
    await tui.keys('！<enter>');
    expect(tui.answers).toEqual([['e1', says({ status: '已同意！' })]]);
    expect(tui.text()).toContain('✓ 已应答 user02 btn_agree：status=已同意！');
    expect(tui.text()).not.toContain('编辑应答');
  });

  it('goes on while the feed does, and becomes a late update without losing a letter', async () => {
    const tui = await editing({ outcome: 'late' });
    await tui.keys('，迟');
    expect(tui.text()).toMatch(/编辑应答 +user02.*等待 2\.9 s/);
    tui.log.append(callbackAnswered('e1', { source: 'autoAck', tookMs: 3000 }));
    tui.log.append(callbackReceived('e2', { actionIds: ['other'] }));
    await tui.pass(3000);
    expect(tui.text()).toContain('编辑迟到的更新：所有人可见');
    expect(tui.text()).toContain('other');
    await tui.keys('到<enter>');
    expect(tui.answers).toEqual([['e1', says({ status: '已同意，迟到' })]]);
  });

  it('says that somebody else decided meanwhile, and sends an update', async () => {
    const tui = await editing({ outcome: 'late' });
    tui.log.append(callbackAnswered('e1', { source: 'forward', tookMs: 900 }));
    await tui.pass(100);
    expect(tui.text()).toContain('已由别处决定，改为更新：所有人可见');
    await tui.keys('<enter>');
    expect(tui.answers).toHaveLength(1);
  });

  it('keeps a draft for each callback on esc, and takes it up on e', async () => {
    const tui = await editing();
    await tui.keys('草稿');
    await escape(tui);
    expect(tui.text()).toContain('草稿已保留：user02 btn_agree，按 e 继续');
    tui.log.append(callbackReceived('e2', { userId: 'user03' }, { deadlineMs: 200 }));
    await tui.pass(100);
    await tui.keys('e');
    expect(tui.text()).toContain('起点：留下的草稿');
    await tui.keys('<enter>');
    expect(tui.answers).toEqual([['e1', says({ status: '已同意草稿' })]]);
  });

  it('keeps no draft of what was not touched', async () => {
    const tui = await editing();
    await escape(tui);
    expect(tui.text()).not.toContain('草稿已保留');
    await tui.keys('e');
    expect(tui.text()).toContain('起点：规则 accept');
  });

  it('moves between form and JSON with the values', async () => {
    const tui = await editing();
    await tui.keys(`一${toJson}`);
    expect(tui.text()).toContain('"status": "已同意一"');
    expect(tui.text()).toContain('✓ JSON 有效');
    await tui.keys(`二${toJson}`);
    expect(tui.text()).toMatch(/● +status +string 已同意一二/);
    await tui.keys(`${toJson}三`);
    await tui.keys('\u0013');
    expect(tui.answers).toEqual([['e1', says({ status: '已同意一二三' })]]);
  });

  it('says where the JSON is broken, and neither sends it nor leaves it', async () => {
    const tui = await editing();
    await tui.keys(`${toJson}"`);
    expect(tui.text()).toMatch(/✗ +7 /);
    expect(tui.text()).toMatch(/第 7 行第 \d+ 列/);
    await tui.keys('\u0013');
    expect(tui.answers).toEqual([]);
    await tui.keys(toJson);
    expect(tui.text()).toContain('先改正 JSON');
    expect(tui.text()).toContain('"cardParamMap"');
    await tui.keys(`<backspace>${toJson}`);
    expect(tui.text()).toMatch(/● +status/);
  });

  it('names the right key for a misspelt one', async () => {
    const tui = await editing({ cols: 120 });
    await tui.keys(`${toJson}<up><up><up><up><up><up><home><right>`);
    const wrong = '"privateData": {"cardParamMap": {"a": "1"}}, ';
    await paste(tui, wrong);
    expect(tui.text()).toContain('点击者的私有数据叫 userPrivateData');
    await tui.keys('\u0013');
    expect(tui.answers).toEqual([]);
  });

  it('indents a new line of JSON as the one before', async () => {
    const tui = await editing();
    await tui.keys(`${toJson}<end><enter>x`);
    expect(tui.text()).toMatch(/8 {7}x/);
  });

  it('lists what is not sent, and sends what is changed', async () => {
    const tui = await editing();
    expect(tui.text()).toMatch(/○ +title +string 报销/);
    await tui.keys(`${remove}`);
    expect(tui.text()).toMatch(/○ +status +string 不发送/);
    await tui.keys('<enter>');
    expect(tui.answers).toEqual([]);
    expect(tui.text()).toContain('没有要发送的值');
    await tui.keys('<down><down>单<enter>');
    expect(tui.answers).toEqual([['e1', says({ title: '报销单' })]]);
  });

  it('adds variables for everyone and for the one who tapped, typed or pasted', async () => {
    const tui = await editing({ rows: 40 });
    await tui.keys('<up><up>mine=1<enter>');
    expect(tui.text()).toMatch(/● ! mine +1/);
    await tui.keys('<up><up><up>');
    await paste(tui, '{"all": {"n": 1}}');
    await tui.keys('late=typed<enter><enter>');
    expect(tui.answers).toEqual([
      [
        'e1',
        {
          kind: 'update',
          response: {
            cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
            cardData: { cardParamMap: { status: '已同意', all: '{"n":1}', late: 'typed' } },
            userPrivateData: { cardParamMap: { mine: '1' } },
          },
        },
      ],
    ]);
  });

  it('sends what was typed and not yet entered; what says nothing is asked about', async () => {
    const tui = await editing({ rows: 40 });
    await tui.keys('<up><up>=nothing\u0013');
    expect(tui.answers).toEqual([]);
    expect(tui.text()).toContain('名称=值');
    await tui.keys('<home>a\u0013');
    expect(tui.answers).toMatchObject([
      ['e1', { response: { userPrivateData: { cardParamMap: { a: 'nothing' } } } }],
    ]);
  });

  it('takes a whole answer that is pasted anywhere', async () => {
    const tui = await editing();
    const response = { cardData: { cardParamMap: { status: '粘贴' } } };
    await paste(tui, JSON.stringify(response, null, 2));
    await tui.keys('<enter>');
    expect(tui.answers).toEqual([
      [
        'e1',
        {
          kind: 'update',
          response: { cardUpdateOptions: { updateCardDataByKey: false }, ...response },
        },
      ],
    ]);
  });

  it('says what is wrong with a value while it is typed', async () => {
    const tui = await editing({ cols: 120, rows: 40 });
    await tui.keys('<up><up><up><up>statsu=x<enter>');
    await tui.keys('<up>');
    expect(tui.text()).toMatch(/! +statsu/);
    expect(tui.text()).toContain('是不是 status？');
  });

  it('replaces the rest where that is chosen, and says what becomes empty', async () => {
    const tui = await editing({ cols: 120, rows: 40 });
    await tui.keys('<up><up><up>');
    expect(tui.text()).toMatch(/▸ \[ \] 替换其余/);
    await tui.keys(' ');
    expect(tui.text()).toContain('[x] 替换其余');
    expect(tui.text()).toMatch(/会替换整份数据：.*title/);
    await tui.keys('<enter>');
    expect(tui.answers).toMatchObject([
      ['e1', { response: { cardUpdateOptions: { updateCardDataByKey: false } } }],
    ]);
  });

  it('stays, with its text, when nobody took the answer', async () => {
    const tui = await editing({ outcome: 'gone' });
    await tui.keys('留下<enter>');
    expect(tui.text()).toContain('已同意留下');
  });

  it('acknowledges with {} written as JSON', async () => {
    const tui = await editing();
    await tui.keys(toJson);
    await tui.keys(`${'<backspace>'.repeat(200)}${'<delete>'.repeat(200)}{}\u0013`);
    expect(tui.answers).toEqual([['e1', { kind: 'empty' }]]);
  });

  it('can be begun for what was decided, as an update', async () => {
    const tui = await editing({ outcome: 'late' });
    await escape(tui);
    tui.log.append(callbackAnswered('e1', { source: 'rule', rule: 'accept' }));
    await tui.pass(100);
    await tui.keys('<up><down>e');
    expect(tui.text()).toContain('已由别处决定');
  });

  it('lets help be read and goes on where it was', async () => {
    const tui = await editing();
    await tui.keys('文<f1>');
    expect(tui.text()).toContain('编辑应答（JSON）');
    await tui.keys('q');
    expect(tui.text()).toContain('已同意文');
  });
});

describe("the person's own editor", () => {
  function editorOf() {
    const given: string[] = [];
    let end: (edited: EditedText) => void = () => {};
    const editText = (text: string) => {
      given.push(text);
      return new Promise<EditedText>((resolve) => {
        end = resolve;
      });
    };
    return { given, editText, end: (edited: EditedText) => end(edited) };
  }

  it('has the terminal meanwhile, and what it wrote becomes the form', async () => {
    const editor = editorOf();
    const tui = await editing({ editText: editor.editText });
    await tui.keys(`一${toEditor}`);
    expect(tui.isAlternate()).toBe(false);
    expect(tui.isRaw()).toBe(false);
    tui.signal('SIGINT');
    tui.signal('SIGCONT');
    await tui.pass(500);
    expect(tui.isAlternate()).toBe(false);
    const [text = ''] = editor.given;
    expect(JSON.parse(text)).toMatchObject({ cardData: { cardParamMap: { status: '已同意一' } } });
    editor.end({ ok: true, text: text.replace('一', '二') });
    await tui.settle();
    expect(tui.isAlternate()).toBe(true);
    expect(tui.text()).toMatch(/● +status +string 已同意二/);
  });

  it('opens from the feed with E; broken JSON stays JSON', async () => {
    const editor = editorOf();
    const tui = await editing({ editText: editor.editText });
    await escape(tui);
    await tui.keys('E');
    expect(editor.given).toHaveLength(1);
    editor.end({ ok: true, text: '{"cardData":' });
    await tui.settle();
    expect(tui.text()).toContain('第 1 行第 13 列：这里应有一个值');
  });

  it('says what went wrong, and loses nothing', async () => {
    const editor = editorOf();
    const tui = await editing({ editText: editor.editText });
    await tui.keys(`一${toEditor}`);
    editor.end({ ok: false, reason: 'failed', detail: 'vi: 1' });
    await tui.settle();
    expect(tui.text()).toContain('✗ 编辑器没有完成：vi: 1');
    await tui.keys(toEditor);
    editor.end({ ok: false, reason: 'unset' });
    await tui.settle();
    expect(tui.text()).toContain('没有设置 $VISUAL 或 $EDITOR');
    expect(tui.text()).toContain('已同意一');
    await tui.keys(toEditor);
    editor.end({ ok: true, text: editor.given.at(-1) ?? '' });
    await tui.settle();
    expect(tui.text()).toContain('编辑器里没有改动');
  });

  it('is not there where nobody gave one', async () => {
    const tui = await editing();
    await tui.keys(toEditor);
    expect(tui.text()).toContain('没有设置 $VISUAL 或 $EDITOR');
  });
});
