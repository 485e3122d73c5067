import type { Frame, MeetingKind, Procedure } from '@/domain';
import hd42Frame from './frames/hd42-2025.json';
import regularHd05 from './procedures/regular.hd05-duk-2021.json';

// Checked against the schema by packs.test.ts, so that the schema's code need not load on the meeting path.
const procedures: readonly Procedure[] = [regularHd05 as unknown as Procedure];
const frames: readonly Frame[] = [hd42Frame as unknown as Frame];

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

/** A scoring frame by id. */
export const findFrame = (id: string): Frame | undefined => frames.find((frame) => frame.id === id);
