import { useT } from '@/i18n';
import { PageHeader, Stack } from '@/ui';
import { AppearanceForm } from './appearance-form';
import { CellForm } from './cell-form';
import { DeviceStorage } from './device-storage';
import { Dictation } from './dictation';
import { Passkey } from './passkey';
import { ProcedureNote } from './procedure-note';
import { Security, type SecurityProps } from './security';
import { TrialExit } from './trial-exit';

export interface SettingsPageProps extends SecurityProps {
  offlineReady: boolean | null;
  onLeaveTrial: (deleteData: boolean) => Promise<void>;
}

/** The cell, the lock, the look, the device. */
export function SettingsPage({ offlineReady, onLeaveTrial, ...security }: SettingsPageProps) {
  const t = useT('settings');
  return (
    <>
      <PageHeader title={t('title')} back={{ label: t('common:back'), href: '/them' }} />
      <Stack gap={6}>
        <CellForm />
        <AppearanceForm />
        <Security {...security} />
        {security.mode === 'real' && <Passkey />}
        <Dictation />
        <DeviceStorage offlineReady={offlineReady} />
        <ProcedureNote />
        {security.mode === 'trial' && <TrialExit onLeaveTrial={onLeaveTrial} />}
      </Stack>
    </>
  );
}
