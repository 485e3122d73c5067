import { useRef, type ChangeEvent } from 'react';
import type { Result } from '@/domain';
import { useT } from '@/i18n';
import { Banner, Button, Card, Field, Icon, Stack, TextArea } from '@/ui';
import { readPasted, readSheet, recognise, type ImportError, type Sheet } from '../import';
import type { WizardProps } from './use-wizard';

/** A file of Excel, or rows pasted from anywhere. Either is read on this device. */
export function SourceStep({ state, set }: WizardProps) {
  const t = useT('members');
  const input = useRef<HTMLInputElement>(null);
  const take = (read: Result<Sheet, ImportError>): void => {
    if (read.ok) set({ reading: false, error: null, sheet: read.value, columns: recognise(read.value.rows), choices: new Map(), step: 'columns' });
    else set({ reading: false, error: read.reason });
  };
  const readFile = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0];
    // The same file again, mended meanwhile, must count as a choice.
    event.target.value = '';
    if (!file) return;
    set({ reading: true, error: null, fileName: file.name });
    take(await readSheet(file));
  };
  const readText = (): void => {
    set({ fileName: null });
    take(readPasted(state.pasted));
  };
  return (
    <Stack gap={5}>
      {state.error && <Banner tone="danger" title={t(`import.error.${state.error}.title`)}>{t(`import.error.${state.error}.text`)}</Banner>}
      <Card title={t('import.file.title')}>
        <p>{t('import.file.text')}</p>
        <Button variant="primary" size="large" icon="upload" busy={state.reading} onClick={() => input.current?.click()}>
          {t(state.reading ? 'import.file.reading' : 'import.file.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.xls,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={(event) => void readFile(event)}
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
