import type { KindChoice, KindInput } from '@/documents';
import { voteBase } from '@/domain';
import { useT } from '@/i18n';
import { Checkbox, Field, List, RadioGroup, Select, Stack, Stepper, TextArea } from '@/ui';
import type { Kinds } from './use-input';

/** What one is asked before a document is made. */
export interface ChoiceProps {
  input: KindInput;
  kinds: Kinds;
  choice: KindChoice;
  onChoice: (choice: KindChoice) => void;
}

/** Sections that an extract is usually made of. */
const USUAL = ['conclusion', 'tasks', 'votes'];
const MOST_PAPERS = 200;

/** What an extract and ballot papers begin with. */
export function firstChoice({ meeting, outward }: KindInput): KindChoice {
  const last = [...meeting.votes].reverse().find(({ question }) => question.trim() !== '');
  const { base, inRoom } = voteBase(meeting.roster, meeting.marks, '23:59');
  return {
    sections: outward.sections.filter(({ id }) => USUAL.includes(id)).map(({ id }) => id),
    ballot: { question: last?.question ?? '', style: 'vote', copies: Math.max(1, inRoom || base) },
  };
}

/** Which sections of the minutes go into the extract. */
export function ExtractChoice({ input, choice, onChoice }: ChoiceProps) {
  const t = useT('documents');
  const chosen = choice.sections ?? [];
  const toggle = (id: string, on: boolean): void => onChoice({ ...choice, sections: on ? [...chosen, id] : chosen.filter((one) => one !== id) });
  return (
    <fieldset className="ui-stack ui-gap-1">
      <legend className="ui-strong">{t('extract.label')}</legend>
      <p className="ui-caption">{t('extract.hint')}</p>
      <List boxed>
        {input.outward.sections.map(({ id, heading }) => (
          <li key={id}><Checkbox checked={chosen.includes(id)} onValue={(on) => toggle(id, on)}>{heading}</Checkbox></li>
        ))}
      </List>
    </fieldset>
  );
}

/** What the papers ask, in which form, and how many. */
export function BallotChoice({ choice, onChoice }: ChoiceProps) {
  const t = useT('documents');
  const ballot = choice.ballot ?? { question: '', style: 'vote' as const, copies: 1 };
  const put = (changed: Partial<typeof ballot>): void => onChoice({ ...choice, ballot: { ...ballot, ...changed } });
  return (
    <Stack>
      <Field label={t('ballot.question')} hint={t('ballot.questionHint')}>
        <TextArea rows={3} maxLength={400} lang="vi" value={ballot.question} onValue={(question) => put({ question })} />
      </Field>
      <RadioGroup
        label={t('ballot.style')}
        value={ballot.style}
        onValue={(style) => put({ style })}
        options={(['vote', 'opinion'] as const).map((value) => ({ value, label: t(`ballot.styles.${value}`), hint: t(`ballot.stylesHint.${value}`) }))}
      />
      <Stepper label={t('ballot.copies')} value={ballot.copies} min={1} max={MOST_PAPERS} onValue={(copies) => put({ copies })} decreaseLabel={t('ballot.fewer')} increaseLabel={t('ballot.more')} />
    </Stack>
  );
}

/** Which of several secret ballots. */
export function CountingChoice({ input, kinds, choice, onChoice }: ChoiceProps) {
  const t = useT('documents');
  const votes = kinds.secretVotes(input);
  if (votes.length < 2) return null;
  return (
    <Field label={t('counting.label')}>
      <Select value={choice.voteId ?? votes[0]?.id ?? ''} onValue={(voteId) => onChoice({ ...choice, voteId })}>
        {votes.map(({ id, question }, index) => <option key={id} value={id}>{question || t('counting.nth', { n: index + 1 })}</option>)}
      </Select>
    </Field>
  );
}
