import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { useSaver } from '@/storage';
import type { Action, ImportError, Recognition, Sheet } from '../import';

/** The steps, in order. */
export const STEPS = ['source', 'columns', 'preview', 'done'] as const;
/** One of {@link STEPS}. */
export type Step = (typeof STEPS)[number];

/** How far an import has come. Kept beside the open book: leaving the page loses nothing, locking the book forgets it. */
export interface WizardState {
  readonly step: Step;
  readonly pasted: string;
  readonly fileName: string | null;
  readonly reading: boolean;
  readonly error: ImportError | null;
  readonly sheet: Sheet | null;
  readonly columns: Recognition | null;
  /** What the person chose for a row instead of what the preview proposes; by row number. */
  readonly choices: ReadonlyMap<number, Action>;
  readonly writing: 'no' | 'now' | 'failed';
  readonly result: { readonly added: number; readonly updated: number } | null;
}

const START: WizardState = {
  step: 'source',
  pasted: '',
  fileName: null,
  reading: false,
  error: null,
  sheet: null,
  columns: null,
  choices: new Map(),
  writing: 'no',
  result: null,
};

const wizards = new WeakMap<object, StoreApi<WizardState>>();

/** The import of the open book, and how to move it on. */
export function useWizard(): { state: WizardState; set: (patch: Partial<WizardState>) => void; restart: () => void } {
  const saver = useSaver();
  const store = useMemo(() => {
    const known = wizards.get(saver) ?? createStore<WizardState>(() => START);
    wizards.set(saver, known);
    return known;
  }, [saver]);
  const state = useSyncExternalStore(store.subscribe, store.getState);
  // A finished import is over once its result has been seen.
  useEffect(
    () => () => {
      if (store.getState().step === 'done') store.setState(START, true);
    },
    [store],
  );
  return { state, set: (patch) => store.setState(patch), restart: () => store.setState(START, true) };
}

/** What every step gets. */
export type WizardProps = ReturnType<typeof useWizard>;
