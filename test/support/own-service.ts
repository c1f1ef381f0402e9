import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a person's own service does with one callback. */
export type ServiceDeed =
  | { readonly do: 'answer'; readonly status: string; readonly afterMs: number }
  | { readonly do: 'refuse'; readonly code: number }
  | { readonly do: 'hang-up' }
  | { readonly do: 'stall' };

export interface ForwardedCallback {
  readonly outTrackId: string;
  readonly userId: string;
  readonly actionIds: readonly string[];
}

/** A service as its author would write it: plain HTTP, one answer for each callback. */
export async function startOwnService(
  deed: (callback: ForwardedCallback, attempt: number) => ServiceDeed,
) {
  const attempts = new Map<string, number>();
  const answered: { readonly outTrackId: string; readonly status: string }[] = [];
  const stalled = new Set<ServerResponse>();

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const body = JSON.parse(text) as { outTrackId: string; userId: string; content: string };
    const content = JSON.parse(body.content) as { cardPrivateData: { actionIds: string[] } };
    const { outTrackId, userId } = body;
    const { actionIds } = content.cardPrivateData;
    const attempt = (attempts.get(outTrackId) ?? 0) + 1;
    attempts.set(outTrackId, attempt);
    const what = deed({ outTrackId, userId, actionIds }, attempt);
    switch (what.do) {
      case 'answer': {
        const { status, afterMs } = what;
        if (afterMs > 0) await new Promise((resolve) => setTimeout(resolve, afterMs));
        response.setHeader('content-type', 'application/json');
        response.end(
          JSON.stringify({
            cardUpdateOptions: { updateCardDataByKey: true },
            cardData: { cardParamMap: { status } },
          }),
        );
        answered.push({ outTrackId, status });
        return;
      }
      case 'refuse':
        response.statusCode = what.code;
        response.end();
        return;
      case 'hang-up':
        request.socket.destroy();
        return;
      case 'stall':
        stalled.add(response);
    }
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(stop);
  return { url: `http://127.0.0.1:${port}/callback`, answered, attempts, stop };
}
