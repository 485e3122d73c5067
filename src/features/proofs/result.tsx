import type { KnownText, Verdict } from '@/documents/proof';
import { formatMoment, useT } from '@/i18n';
import type { CheckedReceipt } from '@/sync/receipt-file';
import { Banner, Button, Card, DefinitionList, Stack, type Tone } from '@/ui';
import type { Finding } from './check';

type Of<K extends Verdict['is']> = Extract<Verdict, { is: K }>;

/** Which minutes it is, with the way there and its receipts. */
function Known({ known, receipts = [] }: { known: KnownText; receipts?: readonly CheckedReceipt[] }) {
  const t = useT('proofs');
  const own = receipts.filter(({ document }) => document?.hash === known.hash);
  return (
    <Card>
      <DefinitionList
        items={[
          { term: t('known.title'), value: known.title },
          { term: t('known.closedAt'), value: formatMoment(known.at) },
          { term: t('known.print'), value: <code>{(known.hash.slice(0, 20).toUpperCase().match(/.{4}/g) ?? []).join(' ')}</code> },
          ...own.map(({ receipt, state }) => ({ term: t('known.receipt', { number: receipt.number }), value: `${formatMoment(receipt.receivedAt)}. ${t(`receiptShort.${state}`)}` })),
        ]}
      />
      <Button icon="meeting" href={known.kind === 'report' ? `/bao-cao/${known.id}` : `/cuoc-hop/${known.id}`}>{t(known.kind === 'report' ? 'known.openReport' : 'known.open')}</Button>
    </Card>
  );
}

function Altered({ verdict: { known, difference, faults, noPrint } }: { verdict: Of<'altered'> }) {
  const t = useT('proofs');
  return (
    <>
      <Banner tone="danger" title={t('altered.title')}>
        <p>{t(noPrint ? 'altered.textNoPrint' : 'altered.text')}</p>
        {faults.length > 0 && <ul>{faults.map((fault) => <li key={fault}>{t(`fault.${fault}`)}</li>)}</ul>}
      </Banner>
      {difference && (
        <Card title={t('altered.where')} level={3}>
          <DefinitionList items={[{ term: t('altered.closed'), value: difference.closed || t('altered.nothing') }, { term: t('altered.file'), value: difference.file || t('altered.nothing') }]} />
        </Card>
      )}
      <Known known={known} />
    </>
  );
}

function FileVerdict({ verdict, receipts }: { verdict: Verdict; receipts: readonly CheckedReceipt[] }) {
  const t = useT('proofs');
  switch (verdict.is) {
    case 'genuine':
      return (
        <>
          <Banner tone="ok" icon="shield" title={t('genuine.title')}>{t(verdict.noPrint ? 'genuine.noPrint' : 'genuine.text')}</Banner>
          <Known known={verdict.known} receipts={receipts} />
        </>
      );
    case 'altered':
      return <Altered verdict={verdict} />;
    case 'draft':
      return (
        <>
          <Banner tone="warn" title={t('draft.title')}>{t(verdict.same ? 'draft.same' : 'draft.text')}</Banner>
          {verdict.same && <Known known={verdict.same} />}
        </>
      );
    case 'other':
      return (
        <>
          <Banner tone="danger" title={t('other.title')}>{t('other.text', { print: verdict.print })}</Banner>
          <Known known={verdict.known} />
        </>
      );
    case 'unknown':
      return <Banner tone="warn" title={t('unknown.title')}>{t('unknown.text')}</Banner>;
    default:
      return <Banner tone={verdict.is === 'fits' ? 'warn' : 'danger'} title={t(`${verdict.is}.title`)}>{t(`${verdict.is}.text`, { print: verdict.print })}</Banner>;
  }
}

const RECEIPT_TONE = (state: CheckedReceipt['state']): Tone => (state === 'valid' ? 'ok' : ['badSignature', 'otherServer', 'otherContent'].includes(state) ? 'danger' : 'warn');

function Receipt({ checked: { state, receipt, document }, known }: { checked: CheckedReceipt; known: readonly KnownText[] }) {
  const t = useT('proofs');
  const minutes = known.find(({ id }) => id === document?.of);
  return (
    <>
      <Banner tone={RECEIPT_TONE(state)} {...(state === 'valid' ? { icon: 'shield' as const } : {})} title={t(`receipt.${state}.title`)}>{t(`receipt.${state}.text`)}</Banner>
      <Card>
        <DefinitionList items={[{ term: t('receiptNumber'), value: receipt.number }, { term: t('receivedAt'), value: formatMoment(receipt.receivedAt) }]} />
        {state === 'valid' && minutes && <p>{t(minutes.hash === document?.hash ? 'receiptOf' : 'receiptOfOther', { title: minutes.title })}</p>}
      </Card>
    </>
  );
}

/** What was found, in plain words. */
export function Result({ finding, known }: { finding: Finding; known: readonly KnownText[] }) {
  const t = useT('proofs');
  switch (finding.what) {
    case 'file':
      return <Stack><p className="ui-caption">{t('ofFile', { name: finding.name })}</p><FileVerdict verdict={finding.verdict} receipts={finding.receipts} /></Stack>;
    case 'unread':
      return <Stack><p className="ui-caption">{t('ofFile', { name: finding.name })}</p><Banner tone="warn" title={t(`unread.${finding.reason}.title`)}>{t(`unread.${finding.reason}.text`)}</Banner></Stack>;
    case 'print':
      return (
        <Stack>
          {finding.known ? <Banner tone="ok" title={t('print.found')}>{t('print.foundText')}</Banner> : <Banner tone="warn" title={t('print.none')}>{t('print.noneText', { print: finding.print })}</Banner>}
          {finding.known && <Known known={finding.known} receipts={finding.receipts} />}
        </Stack>
      );
    case 'receipt':
      return <Stack><Receipt checked={finding.checked} known={known} /></Stack>;
    default:
      return <Banner tone="danger" title={t('failed.title')}>{t('failed.text')}</Banner>;
  }
}
