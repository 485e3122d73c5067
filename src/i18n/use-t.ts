import i18next from 'i18next';
import { useMemo, useSyncExternalStore } from 'react';
import { currentLanguage, type Language } from './setup';

/** Looks a key up: `t('group.key', { name })`; `t('other:key')` reaches another namespace that is loaded. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

let version = 0;
const listeners = new Set<() => void>();
const bump = (): void => {
  version += 1;
  listeners.forEach((listener) => listener());
};
i18next.on('languageChanged', bump);
i18next.store?.on('added', bump);
i18next.on('initialized', () => i18next.store.on('added', bump));

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The translate function of a namespace; the component renders again when words or language change. */
export function useT(namespace: string): Translate {
  const seen = useSyncExternalStore(subscribe, () => version);
  return useMemo(() => {
    void seen;
    const fixed = i18next.getFixedT(null, namespace);
    return (key, values) => String(fixed(key, values ?? {}));
  }, [namespace, seen]);
}

/** Words that go into the record: Vietnamese whatever the interface's language, because the record is the Party's document. */
export function useRecordT(namespace: string): Translate {
  const seen = useSyncExternalStore(subscribe, () => version);
  return useMemo(() => {
    void seen;
    const fixed = i18next.getFixedT('vi', namespace);
    return (key, values) => String(fixed(key, values ?? {}));
  }, [namespace, seen]);
}

/** The interface's language, followed. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}
