import type { Clock } from '../base/clock.js';
import { DtcardError } from '../base/errors.js';
import { REDACTED } from '../base/redact.js';
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
  const forwarder = createHttpForwarder({ url, ...secret, ...deps });
  return { forwarder, secrets: forwarder.secrets ?? [] };
}

function readUrl(address: string): URL {
  const text = address.trim();
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isHttp = url?.protocol === 'http:' || url?.protocol === 'https:';
  // Without the slashes the parser is satisfied too, and takes what comes first for a host.
  if (url && isHttp && /^https?:\/\//i.test(text)) return url;
  throw new DtcardError('E1001', {
    params: { reason: 'forward-url', value: withoutSecrets(text).slice(0, 200) },
  });
}

/** Of what cannot be taken apart as an address: all that stands before an `@`, and values of a query. */
function withoutSecrets(text: string): string {
  return text
    .replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*@/is, `$1${REDACTED}@`)
    .replace(/([?&][^=&#]*=)[^&#]+/g, `$1${REDACTED}`);
}
