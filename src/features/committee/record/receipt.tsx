import { formatMoment, useT } from '@/i18n';
import type { OpenedSubmission, ReceiptCheck } from '@/sync/committee';
import { Banner, DefinitionList, type Tone } from '@/ui';

const TONE: { readonly [K in ReceiptCheck]: Tone } = { valid: 'ok', otherContent: 'danger', badSignature: 'danger', unchecked: 'warn' };

const Print = ({ children }: { children: string }) => <code className="cm-hash">{children}</code>;

export function ReceiptPart({ submission: { id, body, receipt, check } }: { submission: OpenedSubmission }) {
  const t = useT('committee');
  return (
    <>
      <Banner tone={TONE[check]} title={t(`receipt.${check}`)} {...(check === 'valid' ? { icon: 'shield' as const } : {})}>
        <p>{t(`receipt.${check}Text`)}</p>
      </Banner>
      <DefinitionList
        className="ui-card"
        items={[
          { term: t('receipt.number'), value: <b className="ui-num">{receipt.receipt.number}</b> },
          { term: t('receipt.receivedAt'), value: formatMoment(receipt.receipt.receivedAt) },
          { term: t('receipt.id'), value: <Print>{id}</Print> },
          { term: t('receipt.hash'), value: <Print>{receipt.receipt.hash}</Print> },
          { term: t(body.type === 'report' ? 'receipt.reportHash' : 'receipt.minutesHash'), value: <Print>{body.type === 'report' ? body.reportHash : body.minutesHash}</Print> },
          { term: t('receipt.signature'), value: <Print>{receipt.signature}</Print> },
          { term: t('receipt.key'), value: <Print>{receipt.serverKey}</Print> },
        ]}
      />
    </>
  );
}
