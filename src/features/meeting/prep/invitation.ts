import { yearOf } from '@/domain';
import { formatDate, type Translate } from '@/i18n';
import type { MeetingContext } from '../meeting-context';

/** The invitation as it is sent in a message: who, when, where, what about. */
export function invitation(t: Translate, { meeting, cell }: Pick<MeetingContext, 'meeting' | 'cell'>, usualAgenda: string): string {
  const items = (meeting.agenda.trim() || usualAgenda)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return [
    t('notice.greeting', { cell: cell.name || t('notice.cell') }),
    t('notice.invite', {
      // In the middle of a sentence.
      kind: t(`kind.${meeting.kind}`).replace(/^./u, (letter) => letter.toLocaleLowerCase('vi')),
      month: Number(meeting.date.slice(5, 7)),
      year: yearOf(meeting.date),
      time: meeting.time,
      date: formatDate(meeting.date),
    }),
    meeting.place.trim() && t('notice.place', { place: meeting.place.trim() }),
    items.length > 0 && [t('notice.agenda'), ...items.map((item, index) => `${index + 1}. ${item}`)].join('\n'),
    t('notice.closing'),
  ]
    .filter(Boolean)
    .join('\n');
}
