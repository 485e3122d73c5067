import type { FormEvent, ReactNode } from 'react';
import { useT } from '@/i18n';
import { Button, PageHeader, Stack } from '@/ui';

/** One screen of the first start: heading with a way back, fields, one button at the end; Enter goes on too. */
export function StepFrame(props: { title: string; lead: string; next: string; busy?: boolean; onBack: () => void; onNext: () => void; children: ReactNode }) {
  const t = useT('common');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!props.busy) props.onNext();
  };
  return (
    <form onSubmit={submit} noValidate>
      <PageHeader title={props.title} subtitle={props.lead} back={{ label: t('back'), onClick: props.onBack }} />
      <Stack gap={5}>
        {props.children}
        <Button type="submit" variant="primary" size="large" block busy={props.busy}>{props.next}</Button>
      </Stack>
    </form>
  );
}
