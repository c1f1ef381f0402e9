/** The people, chats and apps of the simulated organisation: data in, data out. */
export interface World {
  readonly corpId: string;
  readonly apps: readonly SimApp[];
  readonly people: readonly SimPerson[];
  readonly conversations: readonly SimConversation[];
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
