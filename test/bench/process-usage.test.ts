import { describe, expect, it } from 'vitest';
import { fromProc, fromPs, usageOf } from '../../bench/process-usage.js';

describe('process usage', () => {
  it('is read from /proc', () => {
    const status = 'Name:\tnode\nVmPeak:\t  999 kB\nVmRSS:\t   65536 kB\nThreads:\t11\n';
    const stat = '4242 (node (x) y) S 1 2 3 4 5 6 7 8 9 10 250 50 0 0 20 0 11 0 1234 5678\n';
    expect(fromProc(status, stat)).toEqual({ residentMb: 64, cpuMs: 3000 });
  });

  it('is no number when /proc says nothing', () => {
    expect(fromProc('', '1 (x) Z').residentMb).toBeNaN();
  });

  it.each([
    [' 2048   0:01\n', 2, 1000],
    ['1024 1:02:03', 1, 3_723_000],
    ['1024 2-00:00:10', 1, 172_810_000],
    ['512 0:01.50', 0.5, 1500],
  ])('is read from ps: %j', (text, residentMb, cpuMs) => {
    expect(fromPs(text)).toEqual({ residentMb, cpuMs });
  });

  it('of this process is something', () => {
    const { residentMb, cpuMs } = usageOf(process.pid);
    expect(residentMb).toBeGreaterThan(10);
    expect(cpuMs).toBeGreaterThan(0);
  });
});
