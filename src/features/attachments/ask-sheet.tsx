import { useState } from 'react';
import { formatBytes, useT, type Translate } from '@/i18n';
import { Banner, Button, List, ListRow, Row, Section, Sheet, Stack } from '@/ui';
import type { Refused } from './prepare';
import { Thumb } from './thumb';
import type { Adding } from './use-adding';

/** [FILE-3] What was chosen, what of it is left out and why, and the question that everybody must answer before anything goes into the book. */
export function AskSheet({ adding }: { adding: Adding }) {
  const t = useT('files');
  return (
    <Sheet open={adding.ready !== null} title={t('ask.title')} closeLabel={t('common:close')} onClose={adding.close} dismissible={false}>
      {adding.ready && <Asked adding={adding} ready={adding.ready} />}
    </Sheet>
  );
}

function Asked({ adding, ready }: { adding: Adding; ready: NonNullable<Adding['ready']> }) {
  const t = useT('files');
  const [marked, setMarked] = useState(false);
  const whole = ready.flatMap((one) => ('file' in one ? [one] : []));
  const refused = ready.flatMap((one) => ('refused' in one ? [one] : []));
  if (marked) {
    return (
      <Stack>
        <Banner tone="danger" title={t('refused.title')}>
          <p>{t('refused.answer')}</p>
          {whole.length > 1 && <p>{t('refused.answerMany')}</p>}
        </Banner>
        <Button size="large" block href="/tai-lieu-mat">{t('refused.advice')}</Button>
        <Button variant="primary" size="large" block onClick={adding.close}>{t('common:close')}</Button>
      </Stack>
    );
  }
  return (
    <Stack gap={5}>
      {whole.length > 0 && (
        <List boxed aria-label={t('ask.chosen')}>
          {whole.map((one, at) => <ListRow key={at} leading={<Thumb bytes={one.file.bytes} type={one.file.type} />} title={<span className="files-name">{one.name}</span>} subtitle={formatBytes(one.file.bytes.length)} />)}
        </List>
      )}
      {refused.length > 0 && (
        <Section level={3} title={t('ask.leftOut')}>
          <List boxed>
            {refused.map((one, at) => <ListRow key={at} title={<span className="files-name">{one.name}</span>} subtitle={reason(one.refused, t)} />)}
          </List>
          {refused.some((one) => 'marking' in one.refused) && <div><Button href="/tai-lieu-mat">{t('refused.advice')}</Button></div>}
        </Section>
      )}
      {adding.failed && <Banner tone="danger">{t(`failed.${adding.failed}`)}</Banner>}
      {whole.length === 0 ? (
        <Button variant="primary" size="large" block onClick={adding.close}>{t('common:close')}</Button>
      ) : (
        <Stack gap={3} role="group" aria-labelledby="files-question">
          <p id="files-question" className="ui-strong">{whole.length === 1 ? t('ask.questionOne') : t('ask.question', { count: whole.length })}</p>
          <p>{t('ask.look')}</p>
          <Row>
            <Button size="large" onClick={() => setMarked(true)}>{t('ask.yes')}</Button>
            <Button size="large" busy={adding.saving} onClick={() => void adding.keep()}>{t('ask.no')}</Button>
          </Row>
        </Stack>
      )}
    </Stack>
  );
}

const reason = (refused: Refused, t: Translate): string => t(`refused.${refused.why}`, 'marking' in refused ? { marking: t(`marking.${refused.marking}`) } : {});
