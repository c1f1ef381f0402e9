/**
 * The official SDK with our own transport under it. Its `execute` takes no agent (so no proxy), turns
 * a non-JSON answer into a SyntaxError without status, defaults to plain HTTP and swallows bodies it
 * does not know (card-openapi §7.4, §7.5): overriding that one method keeps the SDK's models and paths,
 * and leaves every byte on the wire to us.
 */
import type { OpenApiRequest, Params } from '@alicloud/openapi-client';
import type { RuntimeOptions } from '@alicloud/tea-util';

export interface SdkCall {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text; undefined for calls without a body. */
  readonly body: string | undefined;
}

/**
 * Sends one call. Resolves to nothing: the answer is read where it arrives, as the SDK's answer types
 * lose every field they do not know.
 */
type SdkSend = (call: SdkCall) => Promise<void>;

type CardModule = typeof import('@alicloud/dingtalk/dist/card_1_0/client.js');
type OauthModule = typeof import('@alicloud/dingtalk/dist/oauth2_1_0/client.js');

export interface AlicloudSdk {
  /** A client whose calls go through `send`. */
  readonly cards: (send: SdkSend) => InstanceType<CardModule['default']>;
  readonly oauth: (send: SdkSend) => InstanceType<OauthModule['default']>;
  readonly cardModels: CardModule;
  readonly oauthModels: OauthModule;
  readonly runtimeOptions: () => RuntimeOptions;
}

/** Loads two of the SDK's 114 products; its package root would load all of them (card-openapi §7.2). */
export async function loadAlicloudSdk(origin: string): Promise<AlicloudSdk> {
  const [card, oauth, openApi, teaUtil] = await Promise.all([
    import('@alicloud/dingtalk/dist/card_1_0/client.js'),
    import('@alicloud/dingtalk/dist/oauth2_1_0/client.js'),
    import('@alicloud/openapi-client'),
    import('@alicloud/tea-util'),
  ]);
  const cardModels = commonJs<CardModule>(card);
  const oauthModels = commonJs<OauthModule>(oauth);
  const { Config } = commonJs<typeof import('@alicloud/openapi-client')>(openApi);
  const { RuntimeOptions } = commonJs<typeof import('@alicloud/tea-util')>(teaUtil);
  const url = new URL(origin);
  const config = new Config({
    // Never left to the SDK: without it every call would go over plain HTTP (card-openapi §7.4).
    protocol: url.protocol.slice(0, -1),
    endpoint: url.host,
    regionId: 'central',
  });
  return {
    cards: (send) => withTransport(new cardModels.default(config), send),
    oauth: (send) => withTransport(new oauthModels.default(config), send),
    cardModels,
    oauthModels,
    runtimeOptions: () => new RuntimeOptions({}),
  };
}

/** The SDK's own base class, of which TypeScript sees a copy per package. */
interface SdkClient {
  execute: InstanceType<CardModule['default']>['execute'];
}

function withTransport<T extends SdkClient>(client: T, send: SdkSend): T {
  client.execute = async (params: Params, request: OpenApiRequest) => {
    await send({
      method: params.method,
      path: params.pathname,
      headers: request.headers ?? {},
      body: request.body === undefined ? undefined : JSON.stringify(request.body),
    });
    return { headers: {}, statusCode: 200, body: {} };
  };
  return client;
}

/**
 * `module.exports` of a CommonJS module. Node puts it at `default`, and so does esbuild; a loader that
 * honours `__esModule` spreads it over the namespace.
 */
function commonJs<T>(namespace: unknown): T {
  const outer = namespace as { readonly default?: unknown };
  const inner = outer.default;
  return (typeof inner === 'object' && inner !== null ? inner : outer) as T;
}
