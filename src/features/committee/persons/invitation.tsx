import { lazy, Suspense } from 'react';
import { formatMoment, useT } from '@/i18n';
import type { InvitationAnswer } from '@/sync/committee';
import { Banner, Button, Stack, useToast } from '@/ui';

const QrCode = lazy(() => import('@/ui/qr-code').then(({ QrCode: code }) => ({ default: code })));

/** The link that lets a person in once, as text and as a picture for their telephone. */
export function Invitation({ name, invitation }: { name: string; invitation: InvitationAnswer }) {
  const t = useT('persons');
  const toast = useToast();
  const link = `${location.origin}/cap-uy/vao#${invitation.token}`;
  const copy = (): void => void navigator.clipboard.writeText(link).then(() => toast({ text: t('invitation.copied') }), () => toast({ tone: 'warn', text: t('committee:code.notCopied') }));
  return (
    <Stack gap={4}>
      <p>{t('invitation.text', { name, at: formatMoment(invitation.expiresAt) })}</p>
      <p className="cm-hash" translate="no">{link}</p>
      <div><Button icon="document" onClick={copy}>{t('invitation.copy')}</Button></div>
      <Suspense><QrCode text={link} label={t('invitation.qr', { name })} /></Suspense>
      <Banner tone="warn"><p>{t('invitation.once')}</p></Banner>
    </Stack>
  );
}
