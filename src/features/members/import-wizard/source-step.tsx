import { useRef, type ChangeEvent } from 'react';
import type { Result } from '@/domain';
import { formatPercent, useT } from '@/i18n';
import { Banner, Button, Card, Field, Icon, ProgressBar, Stack, TextArea } from '@/ui';
import { readApart, readPasted, recognise, type ImportError, type Sheet, type Workbook } from '../import';
import { LastImport } from './last-import';
import type { WizardProps } from './use-wizard';

/** A file of Excel, or rows pasted from anywhere. Either is read on this device. */
export function SourceStep(wizard: WizardProps) {
  const { state, set } = wizard;
  const t = useT('members');
  const input = useRef<HTMLInputElement>(null);
  const takeSheet = (sheet: Sheet, book: Workbook | null): void => set({ reading: null, error: null, undone: null, book, sheet, columns: recognise(sheet.rows), choices: new Map(), step: 'columns' });
  const take = (read: Result<Workbook, ImportError>): void => {
    const best = read.ok ? read.value.sheets[read.value.best] : undefined;
    if (read.ok && best) takeSheet(best, read.value);
    else set({ reading: null, error: read.ok ? 'empty' : read.reason });
  };
  const readChosen = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0];
    // The same file again, mended meanwhile, must count as a choice.
    event.target.value = '';
    if (!file) return;
    const stopping = new AbortController();
    const stop = (): void => stopping.abort();
    set({ reading: { share: 0, stop }, error: null, fileName: file.name });
    const read = await readApart(file, (share) => set({ reading: { share, stop } }), stopping.signal);
    if (read) take(read);
    else set({ reading: null });
  };
  const readText = (): void => {
    set({ fileName: null });
    const read = readPasted(state.pasted);
    if (read.ok) takeSheet(read.value, null);
    else set({ error: read.reason });
  };
  return (
    <Stack gap={5}>
      <LastImport {...wizard} />
      {state.error && <Banner tone="danger" title={t(`import.error.${state.error}.title`)}>{t(`import.error.${state.error}.text`)}</Banner>}
      <Card title={t('import.file.title')}>
        <p>{t('import.file.text')}</p>
        {state.reading ? (
          <Stack gap={2}>
            <ProgressBar label={t('import.file.reading')} value={state.reading.share} max={1} detail={formatPercent(Math.floor(state.reading.share * 100))} />
            <Button icon="close" onClick={state.reading.stop}>{t('import.file.stop')}</Button>
          </Stack>
        ) : (
          <Button variant="primary" size="large" icon="upload" onClick={() => input.current?.click()}>{t('import.file.choose')}</Button>
        )}
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.xls,.xlsb,.ods,.csv,.txt,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={(event) => void readChosen(event)}
        />
      </Card>
      <Card title={t('import.paste.title')}>
        <Field label={t('import.paste.label')} hint={t('import.paste.text')}>
          <TextArea rows={5} value={state.pasted} onValue={(pasted) => set({ pasted })} autoComplete="off" spellCheck={false} />
        </Field>
        <Button icon="next" iconEnd onClick={readText}>{t('import.paste.read')}</Button>
      </Card>
      <p className="ui-line ui-muted"><Icon name="shield" />{t('import.private')}</p>
    </Stack>
  );
}
