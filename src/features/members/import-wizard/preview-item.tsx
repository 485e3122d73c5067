import type { Member } from '@/domain';
import { formatDate, useT, type Translate } from '@/i18n';
import { Badge, Checkbox, ChipGroup, Icon, Stack, type Tone } from '@/ui';
import type { Action, ImportValues, Problem, ValueField } from '../import';
import { optionsOf, type ChosenRow } from './use-preview';

const TONES: Readonly<Record<Action, Tone>> = { add: 'ok', update: 'info', same: 'neutral', skip: 'neutral' };
const SHOWN: readonly ValueField[] = ['sex', 'birthDate', 'joinedOn', 'officialOn', 'standing', 'position', 'job', 'cardNumber', 'phone', 'status', 'note'];

export interface PreviewItemProps {
  row: ChosenRow;
  /** The member of the book that the row is or may be. */
  member: Member | undefined;
  onChoose: (action: Action) => void;
}

/** One row of the file: who, what comes in, what is wrong, and what the person may choose. */
export function PreviewItem({ row, member, onChoose }: PreviewItemProps) {
  const t = useT('members');
  const options = optionsOf(row);
  const unsure = options.length > 2 || row.problems.some((problem) => problem.reason === 'maybeSame');
  const name = row.values.name || t('unnamed');
  const about = [t('import.preview.row', { row: row.row }), ...SHOWN.map((field) => valueText(field, row.values, t)).filter((text) => text !== '')].join(' · ');
  const [take = 'skip'] = options;
  const title = (
    <span className="ui-row">
      {name}
      <Badge tone={TONES[row.action]}>{t(`import.action.${row.action}`)}</Badge>
    </span>
  );
  return (
    <li>
      <div className="ui-list-row ui-grow">
        <Stack gap={1} className="ui-grow">
          {options.length === 2 && !unsure ? (
            <Checkbox checked={row.action !== 'skip'} onValue={(on) => onChoose(on ? take : 'skip')} hint={about}>{title}</Checkbox>
          ) : (
            <>
              {title}
              <span className="ui-caption">{about}</span>
            </>
          )}
          {row.problems.map((problem) => (
            <ProblemLine key={`${problem.field}/${problem.reason}`} problem={problem} />
          ))}
          {(row.action === 'update' || unsure) && member && row.changed.map((field) => (
            <p key={field} className="ui-caption">{changeText(field, row.values, member, t)}</p>
          ))}
          {unsure && options.length > 0 && (
            <ChipGroup
              label={t('import.choose.label', { name })}
              value={row.action}
              onValue={(value) => value && onChoose(value)}
              options={options.map((value) => ({ value, label: t(`import.choose.${value}`) }))}
            />
          )}
        </Stack>
      </div>
    </li>
  );
}

function ProblemLine({ problem }: { problem: Problem }) {
  const t = useT('members');
  const text = t(`problem.${problem.reason}`, { field: t(`field.${problem.field}`) });
  return (
    <p className="ui-row ui-align-top ui-caption ui-tone ui-tone-warn">
      <Icon name="warning" />
      <span className="ui-grow">{problem.text ? t('import.preview.cell', { text: problem.text, problem: text }) : text}</span>
    </p>
  );
}

/** A value as a person reads it; empty when the row says nothing. */
function valueText(field: ValueField, values: Partial<ImportValues>, t: Translate): string {
  const value = values[field];
  if (value === null || value === undefined || value === '') return '';
  switch (field) {
    case 'birthDate':
    case 'joinedOn':
    case 'officialOn':
      return t(`import.value.${field}`, { date: formatDate(value) });
    case 'sex':
      return t(`sex.${value}`);
    case 'cardNumber':
    case 'phone':
      return t(`import.value.${field}`, { text: value });
    case 'standing':
      // With the date of recognition beside it, it says nothing more.
      return values.officialOn ? '' : t(`standing.${value}`);
    case 'position':
      return value === 'none' ? '' : t(`position.${value}`);
    case 'status':
      return t(`status.name.${value}`);
    default:
      return value;
  }
}

/** "Ngày sinh: chưa có → 05/02/1980". */
function changeText(field: ValueField, values: ImportValues, member: Member, t: Translate): string {
  const bare = (from: Partial<ImportValues>): string => {
    const value = from[field];
    if (field === 'position' && value === 'none') return t('position.none');
    return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : valueText(field, from, t);
  };
  const before = field === 'status' ? '' : bare(member as Partial<ImportValues>);
  return t('import.preview.change', { field: t(`field.${field}`), before: before || t('import.preview.nothing'), after: bare(values) });
}
