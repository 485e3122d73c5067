import { cardText } from '@/domain';
import { useT } from '@/i18n';
import { QrCode } from '@/ui/qr-code';
import type { CardMember } from './use-card-members';

/** Two columns of five cards of 85.6 × 54 mm fit a page of A4. */
export const CARDS_A_PAGE = 10;

/** The cards as they are printed, ten a page; on the screen one beneath the other where it is narrow. */
export function Sheets({ members, cell }: { members: readonly CardMember[]; cell: string }) {
  const t = useT('cards');
  const pages = Array.from({ length: Math.ceil(members.length / CARDS_A_PAGE) }, (_, page) => members.slice(page * CARDS_A_PAGE, (page + 1) * CARDS_A_PAGE));
  return (
    <div className="cd-sheets">
      {pages.map((page, index) => (
        <section key={index} className="cd-sheet" aria-label={t('sheet.page', { page: index + 1 })}>
          {page.map((member) => <PaperCard key={member.id} member={member} cell={cell} />)}
        </section>
      ))}
    </div>
  );
}

function PaperCard({ member: { name, card }, cell }: { member: CardMember; cell: string }) {
  const t = useT('cards');
  return (
    <article className="cd-card" aria-label={t('card.label', { name })}>
      <div className="cd-code">{card && <QrCode text={cardText(card.id)} label={t('card.qr', { name })} />}</div>
      <div className="cd-words">
        <p className="cd-small">{cell}</p>
        <p className="cd-kind">{t('card.title')}</p>
        <p className="cd-name" translate="no">{name}</p>
        <p className="cd-small">{t('card.hint')}</p>
      </div>
    </article>
  );
}
