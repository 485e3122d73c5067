import { useEffect, useState } from 'react';
import { useT } from '@/i18n';
import { codeOfAsk } from '@/sync/admission';
import { Banner, Button, Spinner, Stack } from '@/ui';
import { CompareCode } from '../compare-code';

/** [ADMIT-2] The letters to compare; nothing is given before the person says that they are the same. */
export function CodeStep({ ask, onSame, onDifferent }: { ask: string; onSame: () => void; onDifferent: () => void }) {
  const t = useT('backup');
  const [code, setCode] = useState<string | null>(null);
  useEffect(() => {
    let live = true;
    codeOfAsk(ask).then((found) => live && setCode(found), () => live && onDifferent());
    return () => {
      live = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for an ask
  }, [ask]);
  return (
    <Stack gap={4}>
      <h2 className="ui-h2" tabIndex={-1}>{t('give.code.title')}</h2>
      {code ? (
        <>
          <p>{t('give.code.text')}</p>
          <CompareCode code={code} />
          <Banner tone="warn" icon="shield" role="note">{t('give.code.warn')}</Banner>
          <Button variant="primary" size="large" icon="check" block onClick={onSame}>{t('give.code.same')}</Button>
          <Button size="large" icon="close" block onClick={onDifferent}>{t('give.code.different')}</Button>
        </>
      ) : (
        <Spinner>{t('give.code.asking')}</Spinner>
      )}
    </Stack>
  );
}
