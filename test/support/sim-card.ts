import { randomUUID } from 'node:crypto';
import type { Simulator, SimulatorOptions } from '../../src/simulator/simulator.js';
import { connect } from './stream-client.js';
import { useSimulator as startSimulator } from './use-simulator.js';

export const simGroup = 'cidSimGroup0001AbCdEf==';
export const simSingle = 'cidSimSingle0001GhIjKl==';

/** Creates a STREAM card over the OpenAPI, delivered to the default group. Returns its outTrackId. */
export async function createSimCard(simulator: Simulator, parts: object = {}): Promise<string> {
  const { clientId, clientSecret } = simulator.credentials;
  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const answer = await fetch(simulator.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as Record<string, string>;
  };
  const token = await post('/v1.0/oauth2/accessToken', {
    appKey: clientId,
    appSecret: clientSecret,
  });
  const outTrackId = randomUUID();
  await post(
    '/v1.0/card/instances/createAndDeliver',
    {
      cardTemplateId: '1366a1eb-bc54-4859-ac88-517c56a9acb1.schema',
      outTrackId,
      callbackType: 'STREAM',
      cardData: { cardParamMap: { title: '报销', status: '待处理' } },
      openSpaceId: `dtv1.card//IM_GROUP.${simGroup}`,
      imGroupOpenSpaceModel: { supportForward: true },
      imGroupOpenDeliverModel: { robotCode: clientId },
      userIdType: 1,
      ...parts,
    },
    { 'x-acs-dingtalk-access-token': token['accessToken'] ?? '' },
  );
  return outTrackId;
}

/** Parts for `createSimCard`: delivered to 张三's chat with the bot. */
export const toRobotChat = {
  openSpaceId: 'dtv1.card//IM_ROBOT.manager01',
  imRobotOpenSpaceModel: { supportForward: true },
  imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT' },
};

/** An answer that merges one value into the public data. */
export const agreed = {
  cardUpdateOptions: { updateCardDataByKey: true },
  cardData: { cardParamMap: { status: '已同意' } },
};

/** The `data` of an answer. */
export const wrapped = (response: unknown) => JSON.stringify({ response });

/** A simulator with a card in the default group and a client connected to it. */
export async function simWithCard(options: Partial<SimulatorOptions> = {}, parts: object = {}) {
  const simulator = await startSimulator(options);
  const outTrackId = await createSimCard(simulator, parts);
  const client = await connect(simulator);
  return {
    simulator,
    outTrackId,
    client,
    /** 张三 taps 同意, unless told otherwise. */
    tap: (more: object = {}) =>
      simulator.tap({
        outTrackId,
        userId: 'manager01',
        actionIds: ['btn_agree'],
        params: { action: 'agree' },
        ...more,
      }),
    view: (userId: string) => simulator.card(outTrackId, userId).view,
  };
}
