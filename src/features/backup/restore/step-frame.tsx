import type { FormEvent, ReactNode } from 'react';
import { useT } from '@/i18n';
import { PageHeader, Stack } from '@/ui';

/** One screen of restoring: heading with a way back, then its content; with `onNext` a form. */
export function StepFrame({ title, lead, onBack, onNext, children }: { title: string; lead: string; onBack: () => void; onNext?: () => void; children: ReactNode }) {
  const t = useT('common');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onNext?.();
  };
  const content = <Stack gap={5}>{children}</Stack>;
  return (
    <>
      <PageHeader title={title} subtitle={lead} back={{ label: t('back'), onClick: onBack }} />
      {onNext ? <form onSubmit={submit} noValidate>{content}</form> : content}
    </>
  );
}
