import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { useSaver } from '@/storage';
import type { Action, ImportError, Recognition, Sheet, Workbook, Written } from '../import';

/** The steps, in order. */
export const STEPS = ['source', 'columns', 'preview', 'done'] as const;
/** One of {@link STEPS}. */
export type Step = (typeof STEPS)[number];

/** How far an import has come. Kept beside the open book: leaving the page loses nothing, locking the book forgets it. */
export interface WizardState {
  readonly step: Step;
  readonly pasted: string;
  readonly fileName: string | null;
  /** While a file is read: how far, 0 to 1, and how to stop. */
  readonly reading: { readonly share: number; readonly stop: () => void } | null;
  readonly error: ImportError | null;
  /** The file that was read, where there was one, and the sheet of it that is looked at. */
  readonly book: Workbook | null;
  readonly sheet: Sheet | null;
  readonly columns: Recognition | null;
  /** What the person chose for a row instead of what the preview proposes; by row number. */
  readonly choices: ReadonlyMap<number, Action>;
  /** Rows hidden in the file come in too. */
  readonly withHidden: boolean;
  /** What is known of a date that is none goes into the note. */
  readonly withParts: boolean;
  readonly writing: 'no' | 'now' | 'failed';
  readonly result: { readonly added: number; readonly updated: number } | null;
  /** The last import, for taking it back: as long as the book stays open. */
  readonly last: { readonly at: string; readonly written: readonly Written[]; readonly added: number; readonly updated: number } | null;
  /** What came of taking it back. */
  readonly undone: { readonly kept: number } | null;
}

const START: WizardState = {
  step: 'source',
  pasted: '',
  fileName: null,
  reading: null,
  error: null,
  book: null,
  sheet: null,
  columns: null,
  choices: new Map(),
  withHidden: true,
  withParts: true,
  writing: 'no',
  result: null,
  last: null,
  undone: null,
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
      const { step, last } = store.getState();
      if (step === 'done') store.setState({ ...START, last }, true);
    },
    [store],
  );
  return { state, set: (patch) => store.setState(patch), restart: () => store.setState((old) => ({ ...START, last: old.last }), true) };
}

/** What every step gets. */
export type WizardProps = ReturnType<typeof useWizard>;
