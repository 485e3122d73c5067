import { useState } from 'react';
import { countAttendance, yearOf } from '@/domain';
import { useT } from '@/i18n';
import { Button, Row, Sheet, Speech, Stack } from '@/ui';
import { DraftField } from '../fields';
import type { BlockProps, MeetingContext } from '../meeting-context';

/** The pack's sentence with the meeting's own numbers and names in it. */
export function fillSentence(sentence: string, { meeting, roster, cell }: Pick<MeetingContext, 'meeting' | 'roster' | 'cell'>): string {
  const { present, expected } = countAttendance(roster, meeting.marks);
  const values: Record<string, string | number> = {
    month: Number(meeting.date.slice(5, 7)),
    year: yearOf(meeting.date),
    present,
    total: expected,
    cell: cell.name,
  };
  return sentence.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole)).normalize('NFC');
}

/** A sentence to say: shown large, changed in place, and on demand filling the screen to be read aloud. */
export function SayBlock({ ctx, step }: BlockProps) {
  const t = useT('meeting');
  const [mode, setMode] = useState<'read' | 'edit' | 'aloud'>('read');
  const suggested = step.say ? fillSentence(step.say, ctx) : '';
  const own = ctx.meeting.steps[step.id]?.say;
  const text = own ?? suggested;
  const editing = mode === 'edit';
  return (
    <Stack gap={1} role="group" aria-label={t('say.label')}>
      {editing ? (
        <DraftField recordKey={ctx.key} field={`step/${step.id}/say`} label={t('say.edit')} hideLabel start={suggested} speech />
      ) : (
        <Speech>
          <p>{text}</p>
        </Speech>
      )}
      <Row>
        <Button variant="quiet" icon="mic" aria-haspopup="dialog" onClick={() => setMode('aloud')}>
          {t('say.aloud')}
        </Button>
        {!ctx.locked && (
          <Button variant="quiet" icon={editing ? 'check' : 'edit'} onClick={() => setMode(editing ? 'read' : 'edit')}>
            {t(editing ? 'say.editDone' : 'say.edit')}
          </Button>
        )}
        {editing && own !== null && own !== undefined && (
          <Button
            variant="quiet"
            icon="undo"
            onClick={() => {
              setMode('read');
              void ctx.set({ [`step/${step.id}/say`]: null });
            }}
          >
            {t('say.reset')}
          </Button>
        )}
      </Row>
      <Sheet open={mode === 'aloud'} title={step.label} closeLabel={t('common:close')} wide onClose={() => setMode('read')}>
        <p className="meeting-aloud">{text}</p>
      </Sheet>
    </Stack>
  );
}
