import type { DirectiveEnvelope, DirectiveView, OfficialGradeBody, OverviewAnswer } from '@/protocol';
import { directivesOf, gradesOfMonth, type Db, type DirectiveRow } from '../store';

/** A directive as it goes out. */
export const envelopeOf = ({ directive, cell, seq, kind, issuedAt, issuedBy, body }: DirectiveRow): DirectiveEnvelope => ({
  id: directive,
  cell,
  seq,
  kind,
  issuedAt,
  issuedBy: JSON.parse(issuedBy) as DirectiveEnvelope['issuedBy'],
  body: JSON.parse(body) as DirectiveEnvelope['body'],
});

/** A meeting's id as a database's text: it is a phone's word, and may hold what PostgreSQL refuses (NUL). */
export const meetingKey = (meetingId: string): string => JSON.stringify(meetingId);

/** The same with the moment at which the cell first saw it. */
export const viewOf = (row: DirectiveRow): DirectiveView => ({ directive: envelopeOf(row), seenAt: row.seenAt });

/** All that the committee has said to a meeting, in order. */
export const saidTo = async (db: Db, cell: string, meeting: string): Promise<DirectiveView[]> => (await directivesOf(db, cell, meetingKey(meeting))).map(viewOf);

/** The official grade in the overview. */
type Official = NonNullable<OverviewAnswer['cells'][number]['meetings'][number]['official']>;

/** The grades in force of a month's meetings; the key is `<cell>.<submission>`. */
export async function grades(db: Db, committee: string, month: string): Promise<ReadonlyMap<string, Official>> {
  const rows = await gradesOfMonth(db, committee, month);
  return new Map(
    rows.map(({ cell, submission, body }) => {
      const { grade, points } = JSON.parse(body) as OfficialGradeBody;
      return [`${cell}.${submission}`, { grade, points }];
    }),
  );
}
