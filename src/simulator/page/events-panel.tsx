import type { Effect } from '../../card/act/effect.js';
import { actingMessages } from '../../i18n/acting.js';
import { fill } from '../../i18n/fill.js';
import type { DataEffect } from '../../log/answer-effect.js';
import type { CallbackOutcome, CallbackStep, CardStep, DataChange } from './card-history.js';
import { diffData } from './data-diff.js';
import { DiffTable } from './diff-table.js';
import { EffectNote } from './effect-note.js';
import type { ClientNote } from './live-cards.js';
import { visibleText } from './paint/visible-text.js';
import { stepEffect } from './step-effect.js';
import { exactTime } from './time-text.js';
import { usePage } from './use-page.js';
import { personName, type WorldState } from './world-state.js';

/** What happened to a card, newest first: callbacks with their answers, and what each step changed. */
export function EventsPanel({ outTrackId, world }: { outTrackId: string; world: WorldState }) {
  const { store, t } = usePage();
  const steps = store.historyOf(outTrackId);
  // Callbacks are steps of their own, with what became of them.
  const notes = store.live
    .notesOf(outTrackId)
    .map((note) => ({ ...note, effects: note.effects.filter(({ type }) => type !== 'callback') }))
    .filter(({ effects }) => effects.length > 0);
  const all = [
    ...steps.map((step) => ({ atMs: step.atMs, key: `s${step.seq}`, step, note: undefined })),
    ...notes.map((note, at) => ({ atMs: note.atMs, key: `n${at}`, step: undefined, note })),
  ].sort((a, b) => b.atMs - a.atMs);
  if (all.length === 0) return <p className="hint">{t('page.noEvents')}</p>;
  return (
    <ol className="steps" aria-label={t('page.tab.events')}>
      {all.map(({ key, step, note }) => (
        <li key={key}>
          {step ? (
            <Step outTrackId={outTrackId} step={step} world={world} />
          ) : (
            <Note note={note} world={world} />
          )}
        </li>
      ))}
    </ol>
  );
}

interface StepProps<S extends CardStep> {
  readonly outTrackId: string;
  readonly step: S;
  readonly world: WorldState;
}

function Step({ outTrackId, step, world }: StepProps<CardStep>) {
  const { t } = usePage();
  const time = <time>{exactTime(step.atMs)}</time>;
  switch (step.kind) {
    case 'created':
      return (
        <p>
          {time} {t('page.step.created')}
        </p>
      );
    case 'delivered': {
      const place = `${step.spaceType}.${step.spaceId}`;
      return (
        <p>
          {time} {t('page.step.delivered', { place: visibleText(place) })}
        </p>
      );
    }
    case 'warning':
      return (
        <p className="warning">
          {time} ⚠ {visibleText(step.message)} <code>{step.code}</code>
        </p>
      );
    case 'changed':
      return (
        <>
          <h3>
            {time} {t(`page.step.${step.by}`, { times: step.times })}
          </h3>
          <Change change={step.change} world={world} />
        </>
      );
    case 'callback':
      return <Callback outTrackId={outTrackId} step={step} world={world} />;
  }
}

function Callback({ outTrackId, step, world }: StepProps<CallbackStep>) {
  const { t } = usePage();
  const { outcome } = step;
  const response = outcome.is === 'answered' ? outcome.response : undefined;
  const effect = stepEffect(outTrackId, step);
  const name = visibleText(personName(world, step.userId));
  return (
    <>
      <h3>
        <time>{exactTime(step.atMs)}</time> {t('page.step.tap', { name })}
      </h3>
      {step.messageId !== undefined && (
        <Code text={{ actionIds: step.actionIds, params: step.params }} />
      )}
      <p data-outcome={isRefused(outcome) ? 'refused' : outcome.is}>{useOutcome(step)}</p>
      {response && (
        <details open>
          <summary>{t('page.step.response')}</summary>
          <Code text={{ response }} />
        </details>
      )}
      {step.change && <Change change={step.change} world={world} seen={effect?.cardData} />}
      {effect && <EffectNote effect={effect} name={name} />}
    </>
  );
}

function isRefused(outcome: CallbackOutcome): boolean {
  return outcome.is === 'answered' && outcome.code !== 200;
}

function useOutcome({ outcome }: CallbackStep): string {
  const { t } = usePage();
  switch (outcome.is) {
    case 'waiting':
      return t('page.step.waiting');
    case 'held':
      return t('page.step.held');
    case 'answered': {
      const tookMs = Math.round(outcome.tookMs);
      const { code } = outcome;
      if (isRefused(outcome)) return t('page.step.refused', { code, tookMs });
      return t(outcome.applied ? 'page.step.answered' : 'page.step.acknowledged', { code, tookMs });
    }
    case 'expired':
      return outcome.lateAfterMs === undefined
        ? t('page.step.expired', { afterMs: Math.round(outcome.afterMs) })
        : t('page.step.late', { tookMs: Math.round(outcome.lateAfterMs) });
    case 'undeliverable':
      return t('page.step.undeliverable', { reason: outcome.reason });
  }
}

interface ChangeProps {
  readonly change: DataChange;
  readonly world: WorldState;
  /** The public data as the one who tapped saw it; what was answered to them alone covers it. */
  readonly seen?: DataEffect | undefined;
}

function Change({ change, world, seen }: ChangeProps) {
  const { t } = usePage();
  const isPublic = diffData(change.before, change.after).some(({ is }) => is !== 'same');
  const who = change.viewers.includes('*')
    ? t('page.everyone')
    : change.viewers.map((userId) => personName(world, userId)).join(', ');
  return (
    <section className="change">
      <h4>{t('page.seenBy', { who: visibleText(who) })}</h4>
      {isPublic && (
        <>
          <h5>{t('page.publicData')}</h5>
          <DiffTable before={change.before} after={change.after} />
        </>
      )}
      {change.own.map(({ userId, layer, before, after }) => (
        <div key={`${userId} ${layer}`}>
          <h5>{t(`page.own.${layer}`, { name: visibleText(personName(world, userId)) })}</h5>
          {layer === 'answered' && seen ? (
            <DiffTable before={valuesOf(seen, 'before')} after={valuesOf(seen, 'after')} />
          ) : (
            <DiffTable before={before} after={after} />
          )}
        </div>
      ))}
    </section>
  );
}

function valuesOf({ variables }: DataEffect, side: 'before' | 'after') {
  return Object.fromEntries(
    variables.flatMap((one) => (one[side] === undefined ? [] : [[one.name, one[side]]])),
  );
}

function Note({ note, world }: { note: ClientNote; world: WorldState }) {
  const { t } = usePage();
  return (
    <>
      <h3>
        <time>{exactTime(note.atMs)}</time>{' '}
        {t('page.step.client', { name: visibleText(personName(world, note.userId)) })}
      </h3>
      {note.effects.map((effect, at) => (
        <EffectLine key={at} effect={effect} />
      ))}
    </>
  );
}

function EffectLine({ effect }: { effect: Effect }) {
  const { state } = usePage();
  const { type, ...rest } = effect;
  if (effect.type === 'nothing') {
    const sentence = actingMessages[`nothing.${effect.why}`][state.place.lang];
    return <p className="warning">{visibleText(fill(sentence, { what: effect.what ?? '' }))}</p>;
  }
  return (
    <>
      <p>{type}</p>
      <Code text={rest} />
    </>
  );
}

function Code({ text }: { text: unknown }) {
  const printed = JSON.stringify(text, null, 2);
  const shown = printed.length > 4000 ? `${printed.slice(0, 4000)} …` : printed;
  return (
    <pre className="code" tabIndex={0}>
      {visibleText(shown)}
    </pre>
  );
}
