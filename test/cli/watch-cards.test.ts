import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { findSimulator } from '../../src/cli/simulator-control.js';
import { cardSource, tapAt, tapIn } from '../../src/cli/watch-cards.js';
import { translator } from '../../src/i18n/translate.js';
import { createHttp } from '../../src/platform/http.js';
import { createProxy } from '../../src/platform/proxy.js';
import { templateAt } from '../support/card-templates.js';
import { agreed, createSimCard, simWithCard, wrapped } from '../support/sim-card.js';
import { useSimulator } from '../support/use-simulator.js';

const t = translator('zh');
const none = { t, templateOf: undefined, people: undefined };
const request = { actionIds: ['btn_agree'], params: { action: 'agree' } } as const;
const touch = (outTrackId: string) => ({ outTrackId, userId: 'manager01', request });

describe('cardSource', () => {
  it('cannot touch anything where there is no simulator', () => {
    const source = cardSource({ ...none, tap: undefined });
    expect(source.tap).toBeUndefined();
    expect(source.templateOf('x.schema')).toBeUndefined();
  });

  it('knows the templates of the project', () => {
    const approval = templateAt('examples/approval/template.json');
    const templateOf = (id: string) => (id === 'a.schema' ? approval : undefined);
    const source = cardSource({ ...none, templateOf, tap: undefined });
    expect(source.templateOf('a.schema')).toBe(approval);
  });

  it('touches a card of the simulator in this process, and gives what was answered', async () => {
    const { simulator, outTrackId, client } = await simWithCard();
    const source = cardSource({ ...none, tap: tapIn(simulator) });
    const answered = source.tap?.(touch(outTrackId));
    const { headers } = await client.next('/v1.0/card/instances/callback');
    client.answer(headers['messageId'] ?? '', wrapped(agreed));
    expect(await answered).toEqual({
      ok: true,
      cardParamMap: { status: '已同意' },
      privateParamMap: {},
    });
  });

  it('touches one of a simulator on this machine', async () => {
    const { simulator, outTrackId, client } = await simWithCard();
    const http = createHttp({ clock: systemClock, proxy: createProxy({}) });
    const running = { list: () => [], announce: () => () => {} };
    const control = findSimulator(simulator.origin, running, http);
    const source = cardSource({ ...none, tap: tapAt(control) });
    const answered = source.tap?.(touch(outTrackId));
    const { headers } = await client.next('/v1.0/card/instances/callback');
    client.answer(headers['messageId'] ?? '', wrapped(agreed));
    expect(await answered).toMatchObject({ ok: true, cardParamMap: { status: '已同意' } });
  });

  it('says why no callback was sent, and never rejects', async () => {
    const simulator = await useSimulator();
    const outTrackId = await createSimCard(simulator);
    const source = cardSource({ ...none, tap: tapIn(simulator) });
    expect(await source.tap?.(touch(outTrackId))).toEqual({
      ok: false,
      reason: '回调没有发出：no-connection',
    });
    expect(await source.tap?.(touch('nobody-knows-it'))).toMatchObject({ ok: false });
  });
});
