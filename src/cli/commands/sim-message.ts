import { printable } from '../../base/display-width.js';
import { toParamText } from '../../base/json-text.js';
import { jsonLine } from '../../output/json-line.js';
import type { ProgramIo } from '../program-io.js';
import { type SimTargetFlags, simTarget } from '../sim-target.js';

export interface SimMessageFlags extends SimTargetFlags {
  readonly as: string;
  readonly in?: string;
}

/** Somebody writes to the bot. Nobody there to receive it is a failure: exit code 1. */
export async function runSimMessage(
  io: ProgramIo,
  flags: SimMessageFlags,
  [text = '']: readonly string[],
): Promise<number> {
  const result = await simTarget(io, flags).post('/message', {
    userId: flags.as,
    text,
    ...(flags.in === undefined ? {} : { conversationId: flags.in }),
  });
  const { delivered, msgId } = result;
  if (flags.json) io.out(jsonLine({ v: 1, ...result }));
  else {
    const words = { who: flags.as, text, msgId: toParamText(msgId ?? '') };
    io.out(`${printable(io.t('cli.sim.sent', words))}\n`);
    if (delivered !== true) io.err(`${io.t('cli.sim.sentNobody')}\n`);
  }
  return delivered === true ? 0 : 1;
}
