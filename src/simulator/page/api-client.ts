/** What the control API answered: a value, or why there is none. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  /** `code` is the API's own, or `offline` when nothing answered. */
  | { readonly ok: false; readonly code: string; readonly message: string };

/** The control API of the simulator that served the page. Never throws. */
export interface ApiClient {
  get<T>(path: string): Promise<Answer<T>>;
  /** The body as it is. */
  text(path: string): Promise<Answer<string>>;
  send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Answer<T>>;
}

/** @param origin for tests; the page's own by default */
export function createApiClient(fetch: typeof globalThis.fetch, origin = ''): ApiClient {
  async function call(method: string, path: string, body?: object): Promise<Answer<string>> {
    try {
      const answer = await fetch(`${origin}/_dtcard${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return answer.ok ? { ok: true, value: text } : refused(answer.status, text);
    } catch (error) {
      return { ok: false, code: 'offline', message: String(error) };
    }
  }
  async function json<T>(method: string, path: string, body?: object): Promise<Answer<T>> {
    const answer = await call(method, path, body);
    if (!answer.ok) return answer;
    try {
      return { ok: true, value: JSON.parse(answer.value) as T };
    } catch (error) {
      return { ok: false, code: 'not-json', message: String(error) };
    }
  }
  return {
    get: (path) => json('GET', path),
    text: (path) => call('GET', path),
    send: json,
  };
}

function refused(status: number, text: string): Answer<never> {
  try {
    const { error } = JSON.parse(text) as { error: { code: string; message: string } };
    return { ok: false, code: error.code, message: error.message };
  } catch {
    return { ok: false, code: `http-${status}`, message: `HTTP ${status}` };
  }
}
