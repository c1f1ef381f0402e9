import { DtcardError } from '../base/errors.js';
import type { Simulator } from '../simulator/simulator.js';
import type { ProgramIo } from './program-io.js';

/** The address of the chat page; undefined where it was not built. */
export function pageAddress(simulator: Pick<Simulator, 'pageUrl'>): string | undefined {
  try {
    return simulator.pageUrl();
  } catch (error) {
    if (error instanceof DtcardError && error.code === 'E5004') return undefined;
    throw error;
  }
}

/** Opens the page when that was asked for. @throws DtcardError E5004 when there is none */
export async function openWhenAsked(
  io: ProgramIo,
  simulator: Pick<Simulator, 'pageUrl'>,
  isAsked: boolean,
): Promise<void> {
  if (!isAsked) return;
  // One of its own: the address that was printed stays good for another browser.
  const url = simulator.pageUrl();
  const { openPage } = await import('./open-page.js');
  openPage(io, url, () => io.err(`${io.t('cli.sim.notOpened')}\n`));
}
