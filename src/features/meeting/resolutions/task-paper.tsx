import { isInForce, isResolution, readPaper } from '@/domain';
import { useT } from '@/i18n';
import { useCollection } from '@/storage';
import { Field, Select } from '@/ui';

interface TaskPaperProps {
  /** The meeting's day: resolutions that hold on it are offered, and the one that was chosen. */
  date: string;
  value: string | null;
  onValue: (paperId: string | null) => void;
}

/** The resolution that a task carries out; nothing where the register has none. Tasks of a resolution passed at this very meeting get it when it is entered. */
export default function TaskPaper({ date, value, onValue }: TaskPaperProps) {
  const t = useT('meetingWork');
  const records = useCollection('paper');
  const papers = (records ?? [])
    .flatMap(({ id, fields }) => readPaper(id, fields) ?? [])
    .filter((paper) => isResolution(paper) && (paper.id === value || isInForce(paper, date)))
    .sort((a, b) => ((a.issuedOn ?? '') < (b.issuedOn ?? '') ? 1 : -1));
  if (papers.length === 0) return null;
  return (
    <Field label={t('task.paper')}>
      <Select value={value ?? ''} onValue={(id) => onValue(id || null)}>
        <option value="">{t('task.noPaper')}</option>
        {papers.map(({ id, number, title }) => <option key={id} value={id}>{[number, title].filter(Boolean).join(', ') || t('task.unnamedPaper')}</option>)}
      </Select>
    </Field>
  );
}
