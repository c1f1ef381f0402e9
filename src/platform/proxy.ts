import type { Agent, AgentOptions } from 'node:http';
import { DtcardError } from '../base/errors.js';
import { isLoopback } from './endpoints.js';

/** The values of HTTP_PROXY, HTTPS_PROXY and NO_PROXY. An empty one means none. */
export interface ProxySettings {
  readonly httpProxy?: string;
  readonly httpsProxy?: string;
  readonly noProxy?: string;
}

/** How long an idle connection is kept: several updates of a card cost one TLS handshake. */
export const connectionReuse: AgentOptions = {
  keepAlive: true,
  timeout: 15_000,
  scheduling: 'lifo',
};

/** One answer to «through which proxy?» for HTTP calls and WebSockets alike (stream-protocol §8.2 C6). */
export interface Proxy {
  /**
   * The proxy for an `http(s)` or `ws(s)` URL, undefined for a direct connection.
   * @throws DtcardError E1011 when the variable does not hold an http(s) URL
   */
  proxyUrlFor(url: string): URL | undefined;
  /**
   * An agent that tunnels through that proxy; the same object for the same proxy.
   * @throws DtcardError E1011
   */
  proxyAgentFor(url: string): Promise<Agent | undefined>;
}

export function createProxy(settings: ProxySettings): Proxy {
  const agents = new Map<string, Promise<Agent>>();
  const proxyUrlFor = (target: string) => {
    const url = new URL(target);
    const secure = url.protocol === 'https:' || url.protocol === 'wss:';
    const value = secure ? settings.httpsProxy : settings.httpProxy;
    if (!value || isLoopback(url.hostname)) return undefined;
    if (isExcepted(url, secure ? 443 : 80, settings.noProxy ?? '')) return undefined;
    return parseProxy(value, secure ? 'HTTPS_PROXY' : 'HTTP_PROXY');
  };
  return {
    proxyUrlFor,
    async proxyAgentFor(target) {
      const proxy = proxyUrlFor(target);
      if (!proxy) return undefined;
      let agent = agents.get(proxy.href);
      if (!agent) {
        agent = import('https-proxy-agent').then(
          ({ HttpsProxyAgent }) => new HttpsProxyAgent(proxy, connectionReuse),
        );
        agents.set(proxy.href, agent);
      }
      return agent;
    },
  };
}

/** Entries are `host`, `.suffix`, `*.suffix`, `host:port`, `*`; a plain host also covers what is below it. */
function isExcepted(url: URL, defaultPort: number, noProxy: string): boolean {
  const host = bare(url.hostname);
  const port = url.port === '' ? String(defaultPort) : url.port;
  return noProxy
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      const [, name = '', onPort] = /^(\[.*\]|[^:]*|.*:.*:.*?)(?::(\d+))?$/.exec(entry) ?? [];
      if (onPort !== undefined && onPort !== port) return false;
      const wanted = bare(name.toLowerCase()).replace(/^\*?\./, '');
      if (wanted === '*') return true;
      return wanted !== '' && (host === wanted || host.endsWith(`.${wanted}`));
    });
}

function bare(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

function parseProxy(value: string, variable: string): URL {
  const text = value.includes('://') ? value : `http://${value}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && url.hostname !== '' && (url.protocol === 'http:' || url.protocol === 'https:')) {
    return url;
  }
  // The value itself is not shown: a proxy URL may hold a password.
  throw new DtcardError('E1011', { params: { variable } });
}
