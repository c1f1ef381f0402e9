import { answerMarginMs, callbackWindowMs } from '../answer/deadline.js';
import type { PinOutcome, RulePin } from '../answer/rule-pin.js';
import { DtcardError, messageOf } from '../base/errors.js';
import { exitCodes } from '../base/exit-codes.js';
import { version } from '../base/version.js';
import type { Paths } from '../config/paths.js';
import { createEventLog, type EventLog } from '../log/event-log.js';
import { createEventLine } from '../output/json-line.js';
import { createSdkCardClient } from '../platform/sdk-card-client.js';
import { createSdkStream } from '../platform/sdk-stream-connection.js';
import { apiEvents } from '../session/api-events.js';
import { createSession } from '../session/create-session.js';
import type { Session } from '../session/session.js';
import type { ConnectionSetup } from './connection-setup.js';
import { onceConnected } from './once-connected.js';
import type { ProgramIo } from './program-io.js';
import { restoreLastRun } from './restore-last-run.js';
import { isProcessAlive } from './running-entries.js';
import { warmUpScripts } from './warm-up-scripts.js';
import type { WatchAnswering } from './watch-answering.js';
import type { WatchOptions } from './watch-options.js';
import { openWatchRecording, tidyRecordings } from './watch-recording.js';
import { openWatchRules, type WatchedRules } from './watch-rules.js';

export interface WatchSession {
  readonly session: Session;
  readonly log: EventLog;
  readonly rules: WatchedRules;
  /** As the log makes its lines, secrets masked. */
  readonly encode: ReturnType<typeof createEventLine>;
  /** Settles when the run cannot go on. */
  readonly failed: Promise<DtcardError>;
  /** The same for who asks afterwards: the last events of a run can fail to be written too. */
  failure(): DtcardError | undefined;
  /** Work that can wait until the connection stands. */
  settleIn(): void;
  close(): void;
}

export interface WatchSessionRequest {
  readonly options: WatchOptions;
  readonly setup: ConnectionSetup;
  readonly paths: Paths;
  readonly pid: number;
  readonly answerByHand: boolean;
  readonly answering: WatchAnswering;
  /** Of the project; absent: ids only. */
  readonly templateIdOf?: (word: string) => string;
  readonly aliasesOf?: (cardTemplateId: string) => readonly string[];
}

/**
 * Log, event file, rules and connection of one run, wired. The connection is asked for, not awaited.
 * @throws DtcardError E1004, E1005, E1007
 */
export async function openWatchSession(
  io: ProgramIo,
  request: WatchSessionRequest,
): Promise<WatchSession> {
  const { options, setup, paths, answering } = request;
  const { clock, ids } = io;
  const { endpoints, credentials, http, proxy } = setup;
  const { clientId, clientSecret } = credentials;
  let failure: DtcardError | undefined;
  let isOver = false;
  let tellFailed: (error: DtcardError) => void = () => {};
  const failed = new Promise<DtcardError>((resolve) => {
    tellFailed = resolve;
  });

  const recording = openWatchRecording({
    choice: options.record,
    stateDir: paths.stateDir,
    startedMs: clock.now(),
    pid: request.pid,
    profile: credentials.profile,
  });
  const secrets = [clientSecret, ...answering.secrets];
  const encode = createEventLine(() => secrets);
  const log = createEventLog({
    clock,
    // Whoever shows the screen looks far back; nobody else looks back at all.
    capacity: request.answerByHand ? 10_000 : 500,
    encode,
    ...(recording && {
      persist: (lines) => {
        // A call that outlasts the run was told as uncertain; its end comes when the file is closed.
        if (!isOver) recording.writeLines(lines);
      },
    }),
    onPersistFailure: (error) => {
      failure = error instanceof DtcardError ? error : unwritable(recording?.path, error);
      tellFailed(failure);
    },
  });
  log.append({
    type: 'session.started',
    version,
    api: endpoints.apiOrigin,
    clientId,
    simulator: options.sim,
    ...(request.answerByHand ? { answerByHand: true } : {}),
    ...(answering.answerReach === undefined ? {} : { answerReach: answering.answerReach }),
    ...(credentials.profile === undefined ? {} : { profile: credentials.profile }),
    ...(recording ? { recording: recording.path } : {}),
  });

  let rules: WatchedRules | undefined;
  const observer = apiEvents(log);
  const scripts = answering.scripts((file, text) => {
    const params = { file, text };
    log.append({ type: 'notice', level: 'info', key: 'notice.scriptOutput', params });
  });
  const cards = createSdkCardClient({
    clock,
    ids,
    http,
    endpoints,
    clientId,
    clientSecret,
    robotCode: credentials.robotCode,
    observer,
  });
  const pinRule =
    request.answerByHand && options.rules.kind === 'file'
      ? await pinInto(options.rules.file)
      : undefined;
  const session = createSession(
    {
      clock,
      ids,
      log,
      rules: () => rules?.current(),
      ...(pinRule && { pinRule }),
      ...(request.aliasesOf && { aliasesOf: request.aliasesOf }),
      cards,
      scripts,
      ...(answering.forward && { forward: answering.forward }),
      ...(answering.holdClock && { holdClock: answering.holdClock }),
      openStream: createSdkStream({
        clientId,
        clientSecret,
        endpoints,
        http,
        proxy,
        clock,
        ids,
        onListenerError: (error) => {
          const params = { detail: messageOf(error) };
          log.append({ type: 'notice', level: 'error', key: 'notice.listener', params });
        },
      }),
    },
    {
      answerByHand: request.answerByHand,
      policy: options.policy,
      rulesOn: options.enableRules || !credentials.production,
      windowMs: callbackWindowMs,
      marginMs: answerMarginMs,
      eventStatus: 'SUCCESS',
    },
  );
  // The gateway thinks while the rules are read; no frame can arrive before this turn ends.
  session.start();
  try {
    rules = openWatchRules(options, clock, log, {
      isOneOfSeveral: request.answerByHand || answering.forward !== undefined,
      ...(request.templateIdOf && { templateIdOf: request.templateIdOf }),
      onLoaded({ rules: loaded }) {
        void warmUpScripts(loaded, scripts, log);
      },
    });
  } catch (error) {
    await session.stop('rules', exitCodes.usage);
    recording?.close();
    throw error;
  }

  // What it comes to has to stand where the next run looks.
  const giveUpRestoring =
    options.record.kind === 'default' && recording
      ? restoreLastRun(session, log, {
          stateDir: paths.stateDir,
          clientId,
          api: endpoints.apiOrigin,
          pid: request.pid,
          current: recording.path,
          isRunning: isProcessAlive,
          nowMs: clock.now(),
        })
      : undefined;

  return {
    session,
    log,
    rules,
    encode,
    failed,
    failure: () => failure,
    settleIn() {
      // Loading the SDK takes longer than everything else about a first card, and holds up what
      // happens meanwhile: better now than when a late decision has to go out.
      const sends = rules?.current()?.rules.some(({ sends: cards }) => cards.length > 0) ?? false;
      const mayUpdate = request.answerByHand || answering.forward !== undefined;
      if (sends || mayUpdate) void onceConnected(log).then(() => cards.warmUp(sends));
      if (options.record.kind === 'default') tidyRecordings(paths.stateDir, recording?.path);
    },
    close() {
      giveUpRestoring?.();
      rules?.close();
      void scripts.close();
      answering.forward?.close();
      // Whoever closes it in the middle of a run has to hear of what is lost.
      isOver = log.since(0).some(({ type }) => type === 'session.ended');
      recording?.close();
    },
  };
}

/** Only at the screen somebody can ask for it. */
async function pinInto(file: string): Promise<(pin: RulePin) => PinOutcome> {
  const { pinIntoFile } = await import('../answer/pin-into-file.js');
  return (pin) => pinIntoFile(file, pin);
}

function unwritable(path: string | undefined, cause: unknown): DtcardError {
  return new DtcardError('E1007', {
    params: { path: path ?? '', detail: messageOf(cause) },
    cause,
  });
}
