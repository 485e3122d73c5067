import type { Frame, Meeting, MeetingKind, Procedure } from '@/domain';

/**
 * Packs are data: JSON files, fetched in the app as one (from the precache, offline too), read at build time on the server and under test.
 * Their schema (`schema.ts`) checks them in `packs.test.ts` and on publishing, so that its code need not load on the meeting path.
 */
const atBuild = import.meta.env.SSR || import.meta.env.DEV || import.meta.env.MODE === 'test';
const modules = atBuild ? import.meta.glob<unknown>('./{procedures,frames}/*.json', { import: 'default', eager: true }) : null;

let procedures: readonly Procedure[] = [];
let frames: readonly Frame[] = [];

function take(files: readonly (readonly [string, unknown])[]): void {
  procedures = files.filter(([path]) => path.includes('/procedures/')).map(([, pack]) => pack as Procedure);
  frames = files.filter(([path]) => path.includes('/frames/')).map(([, pack]) => pack as Frame);
}
if (modules) take(Object.entries(modules));

let loading: Promise<void> | null = null;

/** Loads the packs with the caller's way to get a JSON file; once. To be awaited before any screen that uses them. @throws when a file cannot be had */
export function loadPacks(get: (url: string) => Promise<unknown>): Promise<void> {
  if (modules) return Promise.resolve();
  loading ??= get(__PACKS_URL__).then((files) => take(files as [string, unknown][]));
  loading.catch(() => (loading = null));
  return loading;
}

/** Every procedure the app carries. */
export const allProcedures = (): readonly Procedure[] => procedures;
/** Every scoring frame the app carries. */
export const allFrames = (): readonly Frame[] => frames;

/** The procedure that a meeting began with, by id and version; undefined when this app version does not have it. */
export function findProcedure(id: string, version: number): Procedure | undefined {
  return procedures.find((pack) => pack.id === id && pack.version === version);
}

/** The procedure for a new meeting: the profile's newest version for that kind. */
export function procedureFor(kind: MeetingKind, profile: string): Procedure | undefined {
  return procedures.filter((pack) => pack.id === `${kind}.${profile}`).sort((a, b) => b.version - a.version)[0];
}

/** A scoring frame by id; none for a meeting that is not scored. */
export const findFrame = (id: string | null): Frame | undefined => frames.find((frame) => frame.id === id);

/** The frame that a meeting is scored by: the one chosen when it was planned, else its procedure's. */
export const frameFor = (meeting: Pick<Meeting, 'frame'>, procedure: Procedure): Frame | undefined => findFrame(procedure.params.frame && (meeting.frame ?? procedure.params.frame));
