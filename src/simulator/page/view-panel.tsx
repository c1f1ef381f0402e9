import type { ReactNode } from 'react';
import type { ViewSwitches } from '../../card/card-data.js';
import type { PageKey } from '../../i18n/page-words.js';
import { flowStatuses, NARROWEST, WIDEST } from './page-place.js';
import { usePage } from './use-page.js';

/** The circumstances cards are drawn in. */
export function ViewPanel() {
  const { store, state, t } = usePage();
  const { switches } = state.place;
  const set = (changes: Partial<ViewSwitches>) =>
    store.go({ switches: { ...switches, ...changes } });
  const setStatus = (value: string) => {
    const { flowStatus: _flowStatus, ...rest } = switches;
    const flowStatus = flowStatuses.find((status) => status === value);
    store.go({ switches: flowStatus ? { ...rest, flowStatus } : rest });
  };
  return (
    <form className="switches" onSubmit={(event) => event.preventDefault()}>
      <Choice
        label={t('page.view.theme')}
        value={switches.theme}
        options={['light', 'dark']}
        name={(value) => t(`page.view.${value}`)}
        onChange={(theme) => set({ theme })}
      />
      <Choice
        label={t('page.view.platform')}
        value={switches.platform}
        options={['pc', 'ios', 'android']}
        name={(value) => t(`page.view.${value}`)}
        onChange={(platform) => set({ platform })}
      />
      <Field label={`${t('page.view.width')} (${switches.width} px)`}>
        <input
          type="range"
          min={NARROWEST}
          max={WIDEST}
          step={10}
          value={switches.width}
          onChange={(event) => set({ width: Number(event.target.value) })}
        />
      </Field>
      <Choice
        label={t('page.view.bizScene')}
        value={switches.bizScene}
        options={['im', 'topbox']}
        name={(value) => t(`page.view.${value}`)}
        onChange={(bizScene) => set({ bizScene })}
      />
      <Field label={t('page.view.forwarded')}>
        <input
          type="checkbox"
          checked={switches.forwarded}
          onChange={(event) => set({ forwarded: event.target.checked })}
        />
      </Field>
      <Choice
        label={t('page.view.flowStatus')}
        value={switches.flowStatus ?? ''}
        options={['', ...flowStatuses]}
        name={(value) => t(value === '' ? 'page.view.asData' : statusWord(value))}
        onChange={setStatus}
      />
      <Choice
        label={t('page.view.language')}
        value={switches.language}
        options={['zh_Hans', 'en_US']}
        name={(value) => (value === 'zh_Hans' ? '中文' : 'English')}
        onChange={(language) => set({ language })}
      />
    </form>
  );
}

function statusWord(status: (typeof flowStatuses)[number]): PageKey {
  return `page.status.${status}`;
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly name: (value: T) => string;
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, options, name, onChange }: ChoiceProps<T>) {
  return (
    <Field label={label}>
      <select
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option === event.target.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {name(option)}
          </option>
        ))}
      </select>
    </Field>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className="field">
      <span>{label}</span>
      {children}
    </label>
  );
}
