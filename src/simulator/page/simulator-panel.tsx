import { useEffect, useState } from 'react';
import { type SettingDefinition, type Settings, settingDefinitions } from '../settings.js';
import type { PageStore } from './page-store.js';
import { usePage } from './use-page.js';
import type { WorldState } from './world-state.js';

/** Settings and faults of the simulator. */
export function SimulatorPanel({ world }: { world: WorldState }) {
  const { t } = usePage();
  return (
    <>
      <h2>{t('page.faults')}</h2>
      <FaultList />
      <h2>{t('page.settings')}</h2>
      <form className="switches" onSubmit={(event) => event.preventDefault()}>
        {Object.entries<SettingDefinition>(settingDefinitions).map(([name, definition]) => (
          <Setting
            key={name}
            name={name}
            definition={definition}
            value={world.settings[name as keyof Settings]}
          />
        ))}
      </form>
    </>
  );
}

interface SettingProps {
  readonly name: string;
  readonly definition: SettingDefinition;
  readonly value: Settings[keyof Settings];
}

function Setting({ name, definition, value }: SettingProps) {
  const { store } = usePage();
  return (
    <label className="field" title={definition.meaning}>
      <span>
        <code>{name}</code>
        <small>{definition.meaning}</small>
      </span>
      <SettingInput
        definition={definition}
        value={value}
        onChange={(next) => void put(store, name, next)}
      />
    </label>
  );
}

async function put(store: PageStore, name: string, value: string | boolean): Promise<void> {
  const answer = await store.api.send('PUT', '/settings', { [name]: value });
  if (answer.ok) await store.readWorld();
  else store.toast(answer.message, 'error');
}

interface InputProps extends Pick<SettingProps, 'definition' | 'value'> {
  readonly onChange: (value: string | boolean) => void;
}

function SettingInput({ definition, value, onChange }: InputProps) {
  if (typeof value === 'boolean') {
    return (
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
    );
  }
  if (definition.values) {
    return (
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {definition.values.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    );
  }
  return (
    <input
      key={String(value)}
      type="number"
      min={0}
      defaultValue={value}
      onBlur={({ target }) => {
        if (target.value !== String(value)) onChange(target.value);
      }}
    />
  );
}

interface ListedFault {
  readonly id: number;
  readonly kind?: string;
}

/** Misbehaviour for a click: each once, so that the next call is well again. */
const presets = [
  { kind: 'slow', forMs: 1500, path: '/v1.0/card/**', times: 1 },
  { kind: 'reset', path: '/v1.0/card/**', times: 1 },
  { kind: 'htmlBan', path: '/v1.0/card/**', times: 1 },
  { kind: 'revokeToken', path: '/v1.0/card/**', times: 1 },
] as const;

function FaultList() {
  const { store, t } = usePage();
  const [faults, setFaults] = useState<readonly ListedFault[]>([]);
  const read = async () => {
    const answer = await store.api.get<{ faults: readonly ListedFault[] }>('/faults');
    if (answer.ok) setFaults(answer.value.faults);
  };
  useEffect(() => {
    let shown = true;
    void store.api.get<{ faults: readonly ListedFault[] }>('/faults').then((answer) => {
      if (shown && answer.ok) setFaults(answer.value.faults);
    });
    return () => {
      shown = false;
    };
  }, [store]);
  const send = async (method: 'POST' | 'DELETE', path: string, body?: object) => {
    const answer = await store.api.send(method, path, body);
    if (!answer.ok) store.toast(answer.message, 'error');
    await read();
  };
  return (
    <>
      <div className="presets">
        {presets.map((preset) => (
          <button
            key={preset.kind}
            type="button"
            onClick={() => void send('POST', '/faults', preset)}
          >
            + {preset.kind}
          </button>
        ))}
      </div>
      {faults.length === 0 ? (
        <p className="hint">{t('page.noFaults')}</p>
      ) : (
        <ul className="faults">
          {faults.map((fault) => (
            <li key={fault.id}>
              <code>{JSON.stringify(fault)}</code>
              <button
                type="button"
                aria-label={t('page.removeFault', { id: fault.id })}
                onClick={() => void send('DELETE', `/faults/${fault.id}`)}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
