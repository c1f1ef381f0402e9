import { callbackWindowMs } from '../../answer/deadline.js';
import { Disposables } from '../../base/disposables.js';
import { DtcardError } from '../../base/errors.js';
import { exitCodes } from '../../base/exit-codes.js';
import { readEnvironment } from '../../config/environment.js';
import { findProjectFile } from '../../config/find-project.js';
import { isTemplateAlias } from '../../config/template-alias.js';
import type { DtcardEvent } from '../../log/event.js';
import { createEventFilter } from '../../log/filter/event-filter.js';
import type { Filter } from '../../log/filter/filter.js';
import type { Simulator } from '../../simulator/simulator.js';
import { setUpConnection } from '../connection-setup.js';
import { readFilterOption } from '../filter-option.js';
import { locationsOf, runningEntriesOf } from '../locations.js';
import { onceConnected } from '../once-connected.js';
import type { ProgramIo } from '../program-io.js';
import { findSimulator } from '../simulator-control.js';
import { openWatchAnswering } from '../watch-answering.js';
import { type TapSomewhere, tapAt, tapIn } from '../watch-cards.js';
import { watchEnd } from '../watch-ends.js';
import { type Face, type FaceEnd, jsonFace, screenFace } from '../watch-face.js';
import { readWatchOptions, type WatchFlags, type WatchOptions } from '../watch-options.js';
import { openWatchSession, type WatchSession } from '../watch-session.js';
import type { WatchSplitRequest } from '../watch-split.js';
import type { WatchTemplates } from '../watch-templates.js';

/** Holds the connection until somebody or something ends it. */
export async function runWatch(io: ProgramIo, flags: WatchFlags): Promise<number> {
  const options = readWatchOptions(flags);
  const filter = await readFilterOption(options.filter);
  const environment = readEnvironment(io.env);
  const paths = locationsOf(environment);
  const running = runningEntriesOf(paths);
  const closers = new Disposables();
  const { pid } = process;
  try {
    const templates = await openTemplates(io, options);
    refuseUnknown(options.templates, templates);
    const simulator = options.sim ? await startSimulator(io, closers) : undefined;
    const setup = await setUpConnection(io, {
      environment,
      api: options.api,
      profile: options.profile,
      ...(simulator ? { ownSimulator: simulator.origin } : {}),
    });
    const { clientId, production } = setup.credentials;
    if (production && !options.isSureOfProduction) {
      throw new DtcardError('E1001', { params: { reason: 'production', clientId } });
    }
    const onScreen = options.face === 'auto' && io.stdoutIsTty && io.stdinIsTty;
    const control =
      !simulator && setup.endpoints.kind === 'loopback'
        ? findSimulator(setup.endpoints.apiOrigin, running, setup.http)
        : undefined;
    const answering = await openWatchAnswering(io, {
      options,
      environment,
      setup,
      simulator,
      control,
      wantsReach: options.face !== 'json' || options.effects || options.rules.kind === 'file',
    });
    const watch = await openWatchSession(io, {
      answering,
      options,
      setup,
      paths,
      pid,
      answerByHand: onScreen,
      ...(templates && {
        templateIdOf: (word: string) => templates.templateIdOf(word),
        aliasesOf: (id: string) => templates.aliasesOf(id),
      }),
    });
    closers.add(() => watch.close());
    // When anything below fails, the event file still gets its end.
    closers.add(() => watch.session.stop('failed', exitCodes.bug));
    if (templates) {
      closers.add(() => templates.close());
      templates.follow(watch.log, simulator);
    }
    const passes = () => eventFilter(filter, templates);
    const limits = watchEnd(io, watch.log, options, passes());
    closers.add(() => limits.dispose());

    const origin = setup.endpoints.apiOrigin;
    if (simulator) {
      const { tellOfSimulator } = await import('../watch-simulator.js');
      closers.add(tellOfSimulator(simulator, watch.log));
      closers.add(
        running.announce({ kind: 'simulator', pid, origin, clientId, startedAtMs: io.clock.now() }),
      );
    }
    if (simulator) {
      const { tellOfPage } = await import('../watch-page.js');
      await tellOfPage(io, simulator, options);
    }
    const tap = simulator ? tapIn(simulator) : control && tapAt(control);
    const parts = { simulator, templates, tap, filter, passes: passes() };
    const face = await openFace(io, options, watch, onScreen, parts);
    closers.add(() => face.close());

    closers.add(
      lookOutForOthers({
        clock: io.clock,
        log: watch.log,
        running,
        own: { pid, origin, clientId, startedAtMs: io.clock.now() },
        simulator,
        control,
        isForwarded: options.forward !== undefined,
      }),
    );
    watch.settleIn();

    const story = simulator && options.demo ? await import('../watch-story.js') : undefined;
    const played = simulator && story?.beginStory(io, simulator, watch, onScreen);
    if (played) closers.add(() => played.stop());
    const end = await Promise.race([
      face.ended,
      limits.ended,
      watch.failed.then(
        (error): FaceEnd => ({ reason: error.code, exitCode: error.exitCode, error }),
      ),
      ...(played && !onScreen ? [played.ended] : []),
    ]);
    await watch.session.stop(end.reason, end.exitCode);
    await closers.close();
    const error = end.error ?? watch.failure();
    if (error !== undefined) throw error;
    return end.exitCode;
  } finally {
    await closers.close();
  }
}

/** What the project knows of templates; nothing is loaded where there is no use for it. */
async function openTemplates(
  io: ProgramIo,
  options: WatchOptions,
): Promise<WatchTemplates | undefined> {
  if (!options.sim && findProjectFile(io.cwd) === undefined) return undefined;
  const { openWatchTemplates } = await import('../watch-templates.js');
  return openWatchTemplates(io, options.demo);
}

/** @throws E1017 for a word that can only be an alias, and is none */
function refuseUnknown(words: readonly string[], templates: WatchTemplates | undefined): void {
  const unknown = words.find(
    (word) => isTemplateAlias(word) && (templates?.templateIdOf(word) ?? word) === word,
  );
  if (unknown === undefined) return;
  const known = templates?.aliases.join(', ') || '-';
  throw new DtcardError('E1017', { params: { template: unknown, known } });
}

async function startSimulator(io: ProgramIo, closers: Disposables): Promise<Simulator> {
  const { Simulator } = await import('../../simulator/simulator.js');
  const { builtPage } = await import('../../simulator/assets.js');
  const simulator = new Simulator({ clock: io.clock, ids: io.ids, page: builtPage() });
  closers.add(() => simulator.stop());
  await simulator.start();
  return simulator;
}

/** One for each who asks: it remembers what it was asked about. */
function eventFilter(
  filter: Filter | undefined,
  templates: WatchTemplates | undefined,
): EventPasses | undefined {
  return filter && createEventFilter(filter, templates && ((id) => templates.aliasesOf(id)));
}

type EventPasses = (event: DtcardEvent) => boolean;

interface FaceParts {
  readonly simulator: Simulator | undefined;
  readonly templates: WatchTemplates | undefined;
  readonly tap: TapSomewhere | undefined;
  readonly filter: Filter | undefined;
  readonly passes: EventPasses | undefined;
}

async function openFace(
  io: ProgramIo,
  options: WatchOptions,
  { session, rules, encode }: WatchSession,
  onScreen: boolean,
  { simulator, templates, tap, filter, passes }: FaceParts,
): Promise<Face> {
  if (options.face === 'json') {
    const effects = options.effects ? await import('../../output/effect-lines.js') : undefined;
    return jsonFace(io, session, passes, effects?.createEffectLines(encode));
  }
  if (!onScreen) return (await import('../plain-face.js')).plainFace(io, session, passes);
  return screenFace(io, session, {
    rules: () => rules.current(),
    windowMs: callbackWindowMs,
    templates: options.templates,
    project: templates,
    recipients: [...(templates?.recipients ?? []), ...(simulator ? recipientsOf(simulator) : [])],
    people: simulator?.people ?? [],
    filter,
    ...(tap && { tap }),
    ...(simulator && {
      openPage: (onFailure) =>
        void import('../watch-page.js').then(({ openPageOf }) =>
          openPageOf(io, simulator, onFailure),
        ),
    }),
  });
}

/** The simulator's groups and people; on the real platform they are learnt from messages. */
function recipientsOf({ conversations, people }: Simulator) {
  return [
    ...conversations
      .filter(({ type }) => type === 'group')
      .map(({ conversationId, title }) => ({ to: conversationId, label: title })),
    ...people.map(({ userId, name }) => ({ to: userId, label: name })),
  ];
}

/** Once the connection stands: nothing of it may delay the start. @returns ends it */
function lookOutForOthers(request: WatchSplitRequest): () => void {
  let end = (): void => undefined;
  let isOver = false;
  void onceConnected(request.log).then(async () => {
    const { openWatchSplit } = await import('../watch-split.js');
    if (!isOver) end = openWatchSplit(request);
  });
  return () => {
    isOver = true;
    end();
  };
}
