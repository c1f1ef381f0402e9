/**
 * The public API, for people's own tests: an embedded simulator, a session against it or against
 * DingTalk, and cards read from exported templates. Everything exported here is stable.
 */

export { createScriptRunner } from './answer/create-script-runner.js';
export { loadRules } from './answer/load-rules.js';
export type { RuleSet } from './answer/rule.js';
export type { ScriptRunner } from './answer/script-runner.js';
export { type Clock, ManualClock, systemClock } from './base/clock.js';
export { DtcardError, isDtcardError } from './base/errors.js';
export { type IdSource, seededIds, systemIds } from './base/ids.js';
export type { Effect } from './card/act/effect.js';
export type { Gesture } from './card/act/gesture.js';
export { createLiveCard, type LiveCard, type LiveCardHost } from './card/act/live-card.js';
export type { Finding } from './card/finding.js';
export { lintAnswer } from './card/lint/lint-answer.js';
export { lintData } from './card/lint/lint-data.js';
export { lintTemplate } from './card/lint/lint-template.js';
export type { CardTemplate } from './card/template/card-template.js';
export { readTemplate } from './card/template/read-template.js';
export type { DtcardEvent, EventBody, EventType } from './log/event.js';
export { createEventLog, type EventLog, type EventLogOptions } from './log/event-log.js';
export type { CallbackForwarder } from './platform/callback-forwarder.js';
export type { ApiObserver, CardClient, SentCard } from './platform/card-client.js';
export { type Endpoints, resolveEndpoints } from './platform/endpoints.js';
export { createHttp, type Http } from './platform/http.js';
export { createHttpForwarder } from './platform/http-forwarder.js';
export { createProxy, type Proxy, type ProxySettings } from './platform/proxy.js';
export { createSdkCardClient, type SdkCardClientDeps } from './platform/sdk-card-client.js';
export { createSdkStream, type SdkStreamDeps } from './platform/sdk-stream-connection.js';
export type { OpenStream } from './platform/stream-connection.js';
export { apiEvents } from './session/api-events.js';
export { createSession } from './session/create-session.js';
export type { AnswerOutcome, NewCard, Session, SessionCommands } from './session/session.js';
export type { SessionDeps, SessionSettings } from './session/session-deps.js';
export { builtPage } from './simulator/assets.js';
export type { CardView } from './simulator/card-view.js';
export type { EventResult } from './simulator/event-pushes.js';
export type { Fault, FaultAction, Faults } from './simulator/faults.js';
export type { MessageInput, MessageResult } from './simulator/message-pushes.js';
export type { PageAssets } from './simulator/page-assets.js';
export { defaultSettings, type Settings } from './simulator/settings.js';
export type { SimEvent } from './simulator/sim-event.js';
export { type ConnectionView, Simulator, type SimulatorOptions } from './simulator/simulator.js';
export type { TapInput, TapResult } from './simulator/tap.js';
export { createWorld, type SimTemplate, type World } from './simulator/world.js';
