import type { BodyTree } from '@/domain';
import { formatMoment, useT } from '@/i18n';
import type { CodesAnswer } from '@/sync/committee';
import { QrCode } from '@/ui/qr-code';

/** A slip for each code, eight to a page of A4: whose it is, the code to type or to scan, until when it is good. */
export function Slips({ codes, tree }: { codes: CodesAnswer['codes']; tree: BodyTree }) {
  const t = useT('organisation');
  return (
    <ul role="list" className="cm-slips">
      {codes.map(({ cell, code, expiresAt }) => {
        const one = tree.placed.get(cell);
        const above = one?.period.superior ? tree.placed.get(one.period.superior)?.period.name : undefined;
        return (
          <li key={cell}>
            <div className="cm-slip-who">
              <p className="ui-caption">{above}</p>
              <p className="ui-strong">{one?.period.name}</p>
            </div>
            <div className="cm-slip-qr" translate="no"><QrCode text={code} label={t('codes.qr', { name: one?.period.name ?? '' })} /></div>
            <div>
              <p className="ui-caption">{t('codes.code')}</p>
              <p className="ui-strong ui-num cm-slip-code" translate="no">{code}</p>
              <p className="ui-caption">{t('codes.until', { at: formatMoment(expiresAt) })}</p>
              <p className="ui-caption">{t('codes.where', { address: location.host })}</p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
