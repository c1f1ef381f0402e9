import { builtinCredentials } from '../base/builtin-credentials.js';

/** The people, chats and apps of the simulated organisation: data in, data out. */
export interface World {
  readonly corpId: string;
  readonly apps: readonly SimApp[];
  readonly people: readonly SimPerson[];
  readonly conversations: readonly SimConversation[];
  /** Templates the simulator knows; what happens with others is the setting `unknownTemplate`. */
  readonly templates: readonly SimTemplate[];
}

export interface SimApp {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Equals the clientId for an enterprise-internal app (card-openapi §5.1). */
  readonly robotCode: string;
  readonly name: string;
  /** Permission points it holds, e.g. `Card.Instance.Write` (card-openapi §1.8). */
  readonly scopes: readonly string[];
}

export interface SimPerson {
  readonly userId: string;
  readonly unionId: string;
  readonly name: string;
  /** The encrypted form bots see as `senderId`. */
  readonly senderId: string;
}

export interface SimConversation {
  /** `cid…==`, case sensitive. */
  readonly conversationId: string;
  readonly type: 'group' | 'single';
  readonly title: string;
  /** userIds. */
  readonly members: readonly string[];
  /** robotCodes present. */
  readonly robots: readonly string[];
}

export interface SimTemplate {
  /** `<uuid>.schema` (card-openapi §3.6). */
  readonly cardTemplateId: string;
  /** The only app that may use it; absent for a public template. */
  readonly clientId?: string;
  readonly status: 'published' | 'draft';
  /** Absent: not known, so nothing about variables is checked. */
  readonly variables?: readonly SimTemplateVariable[];
  /** False: the 失败 state was not enabled, so `isError` fails (card-openapi §4). */
  readonly hasErrorState?: boolean;
  /** Text of the exported file; absent: the page draws a plain data table. */
  readonly exported?: string;
  /** Alias or file name, for people. */
  readonly name?: string;
}

interface SimTemplateVariable {
  readonly name: string;
  /** The builder's type: string, markdown, number, … (card-openapi §3.1). */
  readonly type: string;
  readonly streaming: boolean;
}

/** The organisation a simulator has out of the box: three people, a group with the bot, one chat with the bot. */
export function defaultWorld(): World {
  const { clientId, clientSecret } = builtinCredentials;
  return {
    corpId: 'dingsimulatorcorp0001',
    apps: [
      {
        clientId,
        clientSecret,
        robotCode: clientId,
        name: '审批助手',
        scopes: ['Card.Instance.Write', 'Card.Streaming.Write', 'qyapi_robot_sendmsg'],
      },
    ],
    people: [
      person('manager01', '张三', 'uHn1manager01iiE', 'pQ7manager01aBcD=='),
      person('user002', '李四', 'uHn2user002iiE', 'kX3user002eFgH=='),
      person('user003', '王五', 'uHn3user003iiE', 'mZ9user003iJkL=='),
    ],
    conversations: [
      {
        conversationId: 'cidSimGroup0001AbCdEf==',
        type: 'group',
        title: '项目组',
        members: ['manager01', 'user002', 'user003'],
        robots: [clientId],
      },
      {
        conversationId: 'cidSimSingle0001GhIjKl==',
        type: 'single',
        title: '张三',
        members: ['manager01'],
        robots: [clientId],
      },
    ],
    templates: publicTemplateIds.map((cardTemplateId) => ({ cardTemplateId, status: 'published' })),
  };
}

/** The default world with some parts replaced. */
export function createWorld(parts: Partial<World> = {}): World {
  return { ...defaultWorld(), ...parts };
}

function person(userId: string, name: string, unionId: string, encrypted: string): SimPerson {
  return { userId, unionId, name, senderId: `$:LWCP_v1:$${encrypted}` };
}

/** Templates DingTalk publishes for everybody (card-openapi §3.6). */
const publicTemplateIds: readonly string[] = [
  '382e4302-551d-4880-bf29-a30acfab2e71.schema',
  '02fcf2f4-5e02-4a85-b672-46d1f715543e.schema',
  '589420e2-c1e2-46ef-a5ed-b8728e654da9.schema',
  '1366a1eb-bc54-4859-ac88-517c56a9acb1.schema',
  '8aebdfb9-28f4-4a98-98f5-396c3dde41a0.schema',
  '2c278d79-fc0b-41b4-b14e-8b8089dc08e8.schema',
];
