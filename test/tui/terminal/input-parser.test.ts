import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../../src/base/clock.js';
import { type InputEvent, keyId } from '../../../src/tui/terminal/input-event.js';
import { createInputParser } from '../../../src/tui/terminal/input-parser.js';

function open() {
  const clock = new ManualClock();
  const events: InputEvent[] = [];
  const parser = createInputParser(clock, (event) => void events.push(event));
  const bytes = (text: string) => new TextEncoder().encode(text);
  return {
    clock,
    events,
    parser,
    bytes,
    push: (text: string) => parser.push(bytes(text)),
    ids: () => events.map((event) => (event.type === 'key' ? keyId(event) : event.type)),
  };
}

describe('input parser', () => {
  it('splits a burst into single keys', () => {
    const { push, ids } = open();
    push('j\r你好\u001b[A\tq');
    expect(ids()).toEqual(['j', 'enter', '你', '好', 'up', 'tab', 'q']);
  });

  it('gives one event per character a person would count', () => {
    const { push, ids } = open();
    push('👩‍👩‍👧e\u0301🇨🇳');
    expect(ids()).toEqual(['👩‍👩‍👧', 'e\u0301', '🇨🇳']);
  });

  it('understands every split of the bytes', () => {
    const text = 'a你\u001b[1;5C\u001b[200~粘贴\u001b[201~👍\u001b[<0;3;4M\u001b[97;5uz';
    const whole = open();
    whole.push(text);
    const all = whole.bytes(text);
    for (let cut = 1; cut < all.length; cut++) {
      const split = open();
      split.parser.push(all.slice(0, cut));
      split.parser.push(all.slice(cut));
      expect(split.events).toEqual(whole.events);
    }
    const single = open();
    for (const byte of all) single.parser.push(Uint8Array.of(byte));
    expect(single.events).toEqual(whole.events);
  });

  it('takes ESC for the key when nothing follows for 30 ms', () => {
    const { push, ids, clock } = open();
    push('\u001b');
    clock.advance(29);
    expect(ids()).toEqual([]);
    clock.advance(1);
    expect(ids()).toEqual(['escape']);
  });

  it('takes two ESC for two keys, and ESC with a letter for alt', () => {
    const { push, ids, clock } = open();
    push('\u001b\u001b');
    clock.advance(30);
    push('\u001bb\u001b\u007f\u001b\u001b[D');
    expect(ids()).toEqual(['escape', 'escape', 'alt-b', 'alt-backspace', 'alt-left']);
  });

  it('gives a paste as one event, line breaks made one kind, keys in it only text', () => {
    const { push, events } = open();
    push('\u001b[200~第一行\r\n第二\u001b[A行\rq\u001b[201~x');
    expect(events[0]).toEqual({ type: 'paste', text: '第一行\n第二\u001b[A行\nq', isCut: false });
    expect(events).toHaveLength(2);
  });

  it('cuts a paste above the cap and says so', () => {
    const { push, events } = open();
    push('\u001b[200~');
    for (let n = 0; n < 20; n++) push('x'.repeat(100_000));
    push('\u001b[201~q');
    expect(events[0]).toMatchObject({ type: 'paste', isCut: true });
    expect(events[0]?.type === 'paste' && events[0].text.length).toBe(1024 * 1024);
    expect(events[1]).toMatchObject({ name: 'q' });
  });

  it('ends a paste whose end never comes', () => {
    const { push, events, clock } = open();
    push('\u001b[200~half');
    clock.advance(30_100);
    push('q');
    expect(events).toMatchObject([
      { type: 'paste', text: 'half' },
      { type: 'key', name: 'q' },
    ]);
  });

  it('drops reports, answers and sequences it does not know', () => {
    const { push, ids } = open();
    push(
      '\u001b[?62;4c\u001b]11;rgb:0/0/0\u0007\u001bP1$r\u001b\\\u001b[MabcX\u001b[99~\u001b[[Ay',
    );
    expect(ids()).toEqual(['X', 'y']);
  });

  it('drops a sequence that is never finished, however long', () => {
    const { push, ids, clock } = open();
    push(`\u001b[${'1;'.repeat(500)}`);
    push('\u001b[1;2');
    clock.advance(30);
    push(`\u001b]${'x'.repeat(70_000)}`);
    push('q');
    expect(ids()).toEqual(['q']);
  });

  it('types nothing for bytes that are no UTF-8', () => {
    const { parser, push, ids } = open();
    parser.push(Uint8Array.of(0xff, 0xfe, 0xc0));
    push('a');
    expect(ids()).toEqual(['a']);
  });

  it('forgets everything on reset, timers included', () => {
    const { parser, push, ids, clock } = open();
    push('\u001b[200~abc');
    parser.reset();
    push('\u001b');
    parser.reset();
    expect(clock.pending).toBe(0);
    push('x');
    expect(ids()).toEqual(['x']);
  });
});
