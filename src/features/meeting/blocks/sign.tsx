import { useT } from '@/i18n';
import { Section } from '@/ui';
import type { BlockProps } from '../meeting-context';
import { SignBox } from './sign-box';
import { ClosePanel } from './sign-close';

/** Both signatures, then the close. */
export function SignBlock({ ctx }: BlockProps) {
  const t = useT('meetingWork');
  return (
    <>
      <Section title={t('sign.title')}>
        <SignBox ctx={ctx} who="clerk" />
        <SignBox ctx={ctx} who="chair" />
      </Section>
      <ClosePanel ctx={ctx} />
    </>
  );
}
