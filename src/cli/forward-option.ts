import type { Clock } from '../base/clock.js';
import { DtcardError } from '../base/errors.js';
import { redactText } from '../base/redact.js';
import type { Environment } from '../config/environment.js';
import type { CallbackForwarder } from '../platform/callback-forwarder.js';
import { createHttpForwarder } from '../platform/http-forwarder.js';
import type { Proxy } from '../platform/proxy.js';

export interface ForwardSetup {
  readonly forwarder: CallbackForwarder;
  /** What must not be in the log. */
  readonly secrets: readonly string[];
}

/**
 * The service of `--forward`. What its callbacks are signed with comes from the environment: others
 * on the machine see what is on a command line.
 * @throws DtcardError E1001, E1011
 */
export function openForward(
  address: string,
  environment: Pick<Environment, 'forwardSecret'>,
  deps: { readonly clock: Clock; readonly proxy: Proxy },
): ForwardSetup {
  const url = readUrl(address);
  // A proxy variable that cannot be used would look like a service that is down.
  deps.proxy.proxyUrlFor(url.href);
  const { forwardSecret } = environment;
  const secret = forwardSecret === undefined ? {} : { secret: forwardSecret };
  return {
    forwarder: createHttpForwarder({ url, ...secret, ...deps }),
    secrets: [...(forwardSecret === undefined ? [] : [forwardSecret]), ...secretsIn(url)],
  };
}

function readUrl(address: string): URL {
  const text = address.trim();
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isHttp = url?.protocol === 'http:' || url?.protocol === 'https:';
  // Without the slashes the parser is satisfied too, and takes what comes first for a host.
  if (url && isHttp && /^https?:\/\//i.test(text)) return url;
  throw new DtcardError('E1001', {
    params: { reason: 'forward-url', value: redactText(address).slice(0, 200) },
  });
}

const telling = /token|secret|key|sign|auth|pass/i;

function secretsIn(url: URL): readonly string[] {
  const inQuery = [...url.searchParams].flatMap(([name, value]) =>
    telling.test(name) ? [value] : [],
  );
  return [url.password, ...inQuery].filter((value) => value !== '');
}
