import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../../src/base/clock.js';
import { Terminal } from '../../../src/tui/terminal/terminal.js';
import { createTestTerminal } from '../../support/test-terminal.js';

function open() {
  const test = createTestTerminal(80, 24);
  const clock = new ManualClock();
  const calls: string[] = [];
  const terminal = new Terminal(
    test.port,
    clock,
    () => void calls.push('enter'),
    () => void calls.push('leave'),
  );
  terminal.start();
  return { test, clock, calls, terminal };
}

describe('terminal', () => {
  it('is entered once and left once, however often it is asked', async () => {
    const { test, terminal, calls } = open();
    terminal.enter();
    await test.drawn();
    expect([test.isAlternate(), test.isRaw(), test.hasBracketedPaste()]).toEqual([
      true,
      true,
      true,
    ]);
    terminal.leave();
    terminal.leave();
    terminal.end();
    terminal.enter();
    await test.drawn();
    expect(calls).toEqual(['enter', 'leave']);
    expect([test.isAlternate(), test.isRaw(), test.hasBracketedPaste()]).toEqual([
      false,
      false,
      false,
    ]);
    expect(test.cursor().isVisible).toBe(true);
  });

  it('ends a frame that was interrupted before it gives the screen back', () => {
    const { test, terminal } = open();
    terminal.end();
    const left = test.written();
    expect(left.lastIndexOf('\u001b[?2026l')).toBeLessThan(left.lastIndexOf('\u001b[?1049l'));
  });

  it('stops the whole job on ctrl-z and only itself on SIGTSTP, with the screen given back first', () => {
    const { test, terminal, calls } = open();
    terminal.suspend();
    expect(calls).toEqual(['enter', 'leave']);
    test.signal('SIGCONT');
    expect(calls).toEqual(['enter', 'leave', 'enter']);
    test.signal('SIGTSTP');
    expect(test.stops).toEqual(['group', 'process']);
    test.signal('SIGCONT');
    expect(calls.filter((call) => call === 'enter')).toHaveLength(3);
  });

  it('does not hear SIGTSTP while it stops itself, so that the signal really stops it', () => {
    const { test, terminal } = open();
    terminal.suspend();
    test.signal('SIGTSTP');
    expect(test.stops).toEqual(['group']);
  });

  it('comes back by itself when nothing could stop it', () => {
    const { test, terminal, clock, calls } = open();
    terminal.suspend();
    clock.advance(100);
    expect(calls).toEqual(['enter', 'leave', 'enter']);
    expect(test.isRaw()).toBe(true);
    expect(clock.pending).toBe(0);
  });

  it('takes the modes again after a stop it did not see coming', () => {
    const { test, calls } = open();
    test.port.setRawMode(false);
    test.signal('SIGCONT');
    expect(test.isRaw()).toBe(true);
    expect(calls).toEqual(['enter', 'enter']);
  });

  it('stays away while another program has the terminal, whatever stops and continues the two', () => {
    const { test, terminal, clock, calls } = open();
    terminal.lend();
    expect(terminal.isLent).toBe(true);
    expect(calls).toEqual(['enter', 'leave']);
    test.signal('SIGTSTP');
    expect(test.stops).toEqual(['process']);
    clock.advance(100);
    test.signal('SIGCONT');
    expect(calls).toEqual(['enter', 'leave']);
    expect(test.isRaw()).toBe(false);
    test.signal('SIGTSTP');
    expect(test.stops).toEqual(['process', 'process']);
    clock.advance(100);
    terminal.takeBack();
    expect(terminal.isLent).toBe(false);
    expect(calls).toEqual(['enter', 'leave', 'enter']);
    expect(test.isRaw()).toBe(true);
  });

  it('does not come back after it ended', () => {
    const { test, terminal, clock, calls } = open();
    terminal.suspend();
    terminal.end();
    test.signal('SIGCONT');
    clock.advance(1000);
    expect(calls).toEqual(['enter', 'leave']);
    expect(clock.pending).toBe(0);
  });
});
