import { useCallback, useMemo } from 'react';
import { applyWording, readCell, readMeeting, readMember, recordKey, rosterFor, type Change, type Fields, type Json, type MeetingId, type RosterEntry } from '@/domain';
import { findProcedure } from '@/packs';
import { useCollection, useFields, useWrite } from '@/storage';
import { useWording } from '@/storage/guided';
import type { MeetingContext } from './meeting-context';

export type { BlockComponent, BlockProps, MeetingContext } from './meeting-context';

/** A meeting as the screens need it, or why it cannot be shown: still loading, no such meeting, or a procedure of a newer app. */
export type MeetingState = MeetingContext | 'loading' | 'missing' | 'unknownProcedure';

const NONE: Fields = {};
const NOBODY: readonly RosterEntry[] = [];

/** Follows one meeting. The one place where its record, the register and the procedure come together. */
export function useMeeting(id: string): MeetingState {
  const key = recordKey('meeting', id);
  const fields = useFields(key);
  const cellFields = useFields('cell:cell');
  const wording = useWording();
  const records = useCollection('member');
  const write = useWrite();

  const meeting = useMemo(() => readMeeting(id, fields ?? NONE), [id, fields]);
  const cell = useMemo(() => readCell(cellFields ?? NONE), [cellFields]);
  const members = useMemo(() => (records ?? []).map((record) => readMember(record.id, record.fields)), [records]);
  // One and the same empty list, so that typing before the opening does not sort the register again.
  const snapshot = meeting.roster.length > 0 ? meeting.roster : NOBODY;
  const { date, kind } = meeting;
  const roster = useMemo(() => (snapshot.length > 0 ? snapshot : rosterFor(kind, members, date)), [snapshot, kind, members, date]);
  const nameOf = useMemo(() => {
    const names = new Map<string, string>(members.map((member) => [member.id, member.name]));
    for (const entry of roster) names.set(entry.id, entry.name);
    return (who: string | null | undefined): string => (who && names.get(who)) || '';
  }, [members, roster]);
  const set = useCallback(
    (values: Readonly<Record<string, Json>>, more: readonly Change[] = []) => write([...Object.entries(values).map(([field, value]) => ({ key, field, value })), ...more]),
    [write, key],
  );

  return useMemo(() => {
    if (!fields || !cellFields) return 'loading';
    if (meeting.date === '') return 'missing';
    // An opened meeting has its own roster and need not wait for the register.
    if (!records && snapshot.length === 0) return 'loading';
    const pack = findProcedure(meeting.procedure.id, meeting.procedure.version);
    if (!pack) return 'unknownProcedure';
    if (!wording) return 'loading';
    const procedure = applyWording(pack, wording);
    return { id: id as MeetingId, key, meeting, fields, cell, procedure, roster, members, nameOf, locked: meeting.state === 'closed', write, set };
  }, [fields, cellFields, wording, meeting, records, snapshot, id, key, cell, roster, members, nameOf, write, set]);
}
