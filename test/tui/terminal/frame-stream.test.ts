import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { FrameStream } from '../../../src/tui/terminal/frame-stream.js';
import { createTestTerminal } from '../../support/test-terminal.js';

function open(columns = 20, rows = 4) {
  const terminal = createTestTerminal(columns, rows);
  const writes: string[] = [];
  const frames = new FrameStream({
    columns,
    rows,
    write: (text) => {
      writes.push(text);
      terminal.port.write(text);
    },
  });
  const drawn = async () => {
    await setImmediate();
    await terminal.drawn();
  };
  return { terminal, writes, frames, drawn };
}

describe('frame stream', () => {
  it('writes nothing before it is resumed', async () => {
    const { frames, writes, drawn } = open();
    frames.write('a\nb');
    await drawn();
    expect(writes).toEqual([]);
  });

  it('draws a frame of full height without scrolling', async () => {
    const { frames, terminal, drawn } = open();
    frames.write('一\n二\n三\n四');
    frames.resume();
    await drawn();
    expect(terminal.screen()).toEqual(['一', '二', '三', '四']);
  });

  it('writes only rows that changed, by address, between the marks of one frame', async () => {
    const { frames, writes, terminal, drawn } = open();
    frames.write('same\nold\nsame');
    frames.resume();
    await drawn();
    frames.write('same\nnew\nsame');
    await drawn();
    expect(writes[1]).toBe(
      '\u001b[?2026h\u001b[?25l\u001b[2;1H\u001b[0mnew\u001b[0m\u001b[K\u001b[?25l\u001b[?2026l',
    );
    expect(terminal.screen()).toEqual(['same', 'new', 'same', '']);
  });

  it('writes nothing when the frame is the same', async () => {
    const { frames, writes, drawn } = open();
    frames.write('a');
    frames.resume();
    await drawn();
    frames.write('a');
    await drawn();
    expect(writes).toHaveLength(1);
    expect(frames.paints).toBe(1);
  });

  it('paints several frames of one turn as the last of them', async () => {
    const { frames, writes, terminal, drawn } = open();
    frames.resume();
    frames.write('one');
    frames.write('two');
    await drawn();
    expect(writes).toHaveLength(1);
    expect(terminal.screen()[0]).toBe('two');
  });

  it('clears what a shorter frame no longer has, and drops what is beyond the screen', async () => {
    const { frames, terminal, drawn } = open();
    frames.write('a\nb\nc\nd\ne\nf');
    frames.resume();
    await drawn();
    expect(terminal.screen()).toEqual(['a', 'b', 'c', 'd']);
    frames.write('a');
    await drawn();
    expect(terminal.screen()).toEqual(['a', '', '', '']);
  });

  it('puts the cursor where it is asked for, and hides it again', async () => {
    const { frames, terminal, writes, drawn } = open();
    frames.write('名称：x');
    frames.setCursor({ column: 7, row: 0 });
    frames.resume();
    await drawn();
    expect(terminal.cursor()).toEqual({ column: 7, row: 0, isVisible: true });
    frames.setCursor({ column: 6, row: 0 });
    await drawn();
    expect(writes[1]).toBe('\u001b[?2026h\u001b[1;7H\u001b[?25h\u001b[?2026l');
    frames.setCursor(undefined);
    await drawn();
    expect(terminal.cursor().isVisible).toBe(false);
  });

  it('keeps columns straight after characters whose width terminals disagree on', async () => {
    const { frames, terminal, drawn } = open(20, 4);
    frames.write('👩‍👩‍👧 |\n❤️ |\n🇨🇳 |\n中 |');
    frames.resume();
    await drawn();
    const bars = terminal.screen().map((row) => row.length > 0);
    expect(bars).toEqual([true, true, true, true]);
    // Wherever xterm thinks the emoji end, the bar was sent to the fourth column.
    expect(terminal.written().match(/\u001b\[3G \|/g)).toHaveLength(3);
  });

  it('draws everything anew after a resize and a redraw', async () => {
    const { frames, terminal, writes, drawn } = open(20, 4);
    frames.write('a\nb\nc\nd');
    frames.resume();
    await drawn();
    let told = 0;
    const listener = () => void told++;
    frames.on('resize', listener);
    terminal.resize(10, 2);
    frames.resize(10, 2);
    frames.write('x\ny');
    await drawn();
    expect(told).toBe(1);
    expect([frames.columns, frames.rows]).toEqual([10, 2]);
    expect(terminal.screen()).toEqual(['x', 'y']);
    frames.off('resize', listener);
    frames.resize(10, 2);
    await drawn();
    expect(told).toBe(1);
    frames.redraw();
    await drawn();
    expect(writes.at(-1)).toContain('\u001b[2J');
  });

  it('writes nothing while paused and everything when resumed', async () => {
    const { frames, terminal, writes, drawn } = open();
    frames.write('a');
    frames.resume();
    await drawn();
    frames.pause();
    frames.write('b');
    await drawn();
    expect(writes).toHaveLength(1);
    frames.resume();
    await drawn();
    expect(terminal.screen()[0]).toBe('b');
  });
});
