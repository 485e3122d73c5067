import { lazy, Suspense } from 'react';
import { useT } from '@/i18n';
import { PageHeader, Spinner, Stack } from '@/ui';

// Few ever import, and never in a meeting: the reading of files weighs on nobody else.
const Wizard = lazy(async () => ({ default: (await import('./import-wizard/wizard')).ImportWizard }));

/** Takes a register from a file or a pasted text into the book, after a look at every row. */
export function MemberImportPage() {
  const t = useT('members');
  return (
    <Stack>
      <PageHeader back={{ href: '/dang-vien', label: t('form.toList') }} title={t('import.title')} />
      <Suspense fallback={<Spinner>{t('common:loading')}</Spinner>}>
        <Wizard />
      </Suspense>
    </Stack>
  );
}
