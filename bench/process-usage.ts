import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface ProcessUsage {
  readonly residentMb: number;
  /** User and system time since its start. */
  readonly cpuMs: number;
}

/** What a running process holds and has used, from /proc, elsewhere from `ps`. */
export function usageOf(pid: number): ProcessUsage {
  return process.platform === 'linux'
    ? fromProc(
        readFileSync(`/proc/${pid}/status`, 'utf8'),
        readFileSync(`/proc/${pid}/stat`, 'utf8'),
      )
    : fromPs(execFileSync('ps', ['-o', 'rss=,time=', '-p', String(pid)], { encoding: 'utf8' }));
}

/** Linux counts in ticks of 10 ms, whatever the kernel's own (USER_HZ). */
const TICK_MS = 10;

export function fromProc(status: string, stat: string): ProcessUsage {
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN);
  // The name in parentheses may hold blanks and parentheses itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return {
    residentMb: kilobytes / 1024,
    cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS,
  };
}

/** `ps` writes `[[dd-]hh:]mm:ss[.cc]`. */
export function fromPs(text: string): ProcessUsage {
  const [kilobytes = '', time = ''] = text.trim().split(/\s+/);
  const [clock = '', days = '0'] = time.split('-').reverse();
  const seconds = clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return {
    residentMb: Number(kilobytes) / 1024,
    cpuMs: (Number(days) * 86_400 + seconds) * 1000,
  };
}
