import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { splitKey, type Fields, type Json, type RecordKey, type RecordKind, type TypedChange } from '@/domain';
import type { Book } from './book';
import { DIRECTORY_KEY, readDirectory, type DirectoryEntry } from './directory';
import type { StorageError } from './errors';
import type { Saver, SaveState, Waiting } from './saver';

/** The open book and its saver, given by the app once unlocked. */
export const BookContext = createContext<Saver | null>(null);

/** The saver of the open book. @throws when used outside an unlocked screen. */
export function useSaver(): Saver {
  const saver = useContext(BookContext);
  if (!saver) throw new Error('no open book');
  return saver;
}

/** The open book. */
export const useBook = (): Book => useSaver().book;

/** Writes changes; the header shows how it went. */
export function useWrite(): (changes: readonly TypedChange[]) => Promise<boolean> {
  const saver = useSaver();
  return useCallback((changes) => saver.write(changes), [saver]);
}

/** What the header says of saving. */
export function useSaveState(): SaveState {
  const saver = useSaver();
  return useSyncExternalStore(saver.state.subscribe, saver.state.getState);
}

/** What could not be written yet, followed. */
function useWaiting(): Waiting {
  const saver = useSaver();
  return useSyncExternalStore(saver.state.subscribe, () => saver.waiting);
}

/** Stored values with those over them that wait to be stored. */
function shown(stored: Fields, waiting: Fields | undefined): Fields {
  return waiting ? Object.fromEntries(Object.entries({ ...stored, ...waiting }).filter(([, value]) => value !== null)) : stored;
}

/** A row that is damaged stays so, and reads as empty. All else passes: it is told, and tried again; an empty screen would look like a loss. */
function whenUnread({ state }: Saver, error: unknown, again: () => void, empty: () => void): void {
  if ((error as StorageError).reason === 'damaged') return empty();
  state.setState({ failed: 'unavailable' });
  setTimeout(again, 1000);
}

/** [STORE-2] A record's values as the person knows them, also those that could not be written yet; followed. Undefined until they are loaded. An absent record reads as `{}`. */
export function useFields(key: RecordKey): Fields | undefined {
  const saver = useSaver();
  const { book } = saver;
  const waiting = useWaiting().get(key);
  const [state, setState] = useState<{ key: RecordKey; fields: Fields | undefined }>(() => ({ key, fields: book.peek(key) }));
  useEffect(() => {
    let live = true;
    const load = (): void => {
      book.read(key).then(
        (fields) => live && setState((old) => (old.key === key && old.fields === fields ? old : { key, fields })),
        (error) => live && whenUnread(saver, error, () => live && load(), () => setState({ key, fields: {} })),
      );
    };
    load();
    const stop = book.watch(key, load);
    return () => {
      live = false;
      stop();
    };
  }, [saver, book, key]);
  const stored = state.key === key ? state.fields : book.peek(key);
  return useMemo(() => stored && shown(stored, waiting), [stored, waiting]);
}

/** All records of a kind, followed; undefined until loaded. */
export function useCollection(kind: RecordKind): readonly { key: RecordKey; id: string; fields: Fields }[] | undefined {
  const saver = useSaver();
  const { book } = saver;
  const waiting = useWaiting();
  const [list, setList] = useState<readonly { key: RecordKey; id: string; fields: Fields }[]>();
  useEffect(() => {
    let live = true;
    let asked = 0;
    const load = (): void => {
      const mine = (asked += 1);
      book.list(kind).then(
        (all) => live && mine === asked && setList(all),
        (error) => live && whenUnread(saver, error, () => live && load(), () => setList([])),
      );
    };
    load();
    const stop = book.watch(kind, load);
    return () => {
      live = false;
      stop();
    };
  }, [saver, book, kind]);
  return useMemo(() => {
    const own = [...waiting].filter(([key]) => splitKey(key).kind === kind);
    if (!list || own.length === 0) return list;
    const all = new Map(list.map((one) => [one.key, one]));
    for (const [key, values] of own) all.set(key, { key, id: splitKey(key).id, fields: shown(all.get(key)?.fields ?? {}, values) });
    return [...all.values()].filter(({ fields }) => Object.keys(fields).length > 0);
  }, [list, waiting, kind]);
}

/** The list of meetings, newest first, without opening any of them. */
export function useDirectory(): readonly DirectoryEntry[] | undefined {
  const fields = useFields(DIRECTORY_KEY);
  return useMemo(() => fields && readDirectory(fields), [fields]);
}

/** How long after the first unsaved keystroke a draft is written, ms. */
const DRAFT_DELAY = 250;

/** A text being typed: its value now, and what to do with a new one. */
export interface Draft {
  readonly value: string;
  readonly set: (value: string) => void;
  /** Writes at once; call on blur. */
  readonly flush: () => Promise<void>;
}

/**
 * A text field bound to one field of a record. No Save button: written a quarter of a second after the first unsaved keystroke,
 * at blur, when the screen goes away, and before the lock.
 * @param start shown while the record has no value of its own
 */
export function useDraft(key: RecordKey, field: string, start = ''): Draft {
  const saver = useSaver();
  const fields = useFields(key);
  const stored = fields?.[field];
  const [text, setText] = useState<string | null>(null);
  const dirty = useRef<{ text: string; over: Json; timer: ReturnType<typeof setTimeout> } | null>(null);
  // What the typing replaces is what stood in the field when it began, not what another phone put beneath it meanwhile.
  const before = useRef<Json>(null);
  useEffect(() => {
    before.current = text ?? stored ?? null;
  }, [text, stored]);
  const flush = useCallback(async (): Promise<void> => {
    const draft = dirty.current;
    if (!draft) return;
    clearTimeout(draft.timer);
    dirty.current = null;
    if (await saver.write([{ key, field, value: draft.text, over: draft.over }])) setText((now) => (now === draft.text && !dirty.current ? null : now));
  }, [saver, key, field]);
  useEffect(() => {
    const remove = saver.addDraft(flush);
    return () => {
      remove();
      void flush();
    };
  }, [saver, flush]);
  const set = useCallback(
    (value: string) => {
      setText(value);
      if (dirty.current) dirty.current.text = value;
      else dirty.current = { text: value, over: before.current, timer: setTimeout(() => void flush(), DRAFT_DELAY) };
    },
    [flush],
  );
  return { value: text ?? (typeof stored === 'string' ? stored : start), set, flush };
}
