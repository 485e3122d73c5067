import { useT } from '@/i18n';
import { Badge, Banner, List, ListRow, PageHeader, Section, Stack, type Tone } from '@/ui';

/** How sure a line is: read second-hand, what the app itself does, or inferred. */
type Confidence = 'read' | 'own' | 'inferred';

const TONE: Record<Confidence, Tone> = { read: 'warn', own: 'neutral', inferred: 'neutral' };

/**
 * [FILE-8] Each line of the advice with where it comes from and how sure it is. Sources: facts.md §5 point 1 [V2] S37 (Điều 5 of the law as the
 * introductions quote it), point 2 [V2] S21; the rest is how the app works, or advice.
 */
const PARTS: readonly { readonly id: 'law' | 'app' | 'do' | 'already'; readonly confidence: Confidence; readonly lines: readonly (readonly [line: string, source: string])[] }[] = [
  { id: 'law', confidence: 'read', lines: [['device', 'law5_2'], ['copy', 'law5_4'], ['leak', 'law5_35'], ['ai', 'law5'], ['grades', 'law'], ['since', 'law']] },
  { id: 'app', confidence: 'own', lines: [['ask', 'app'], ['read', 'app'], ['blind', 'app'], ['share', 'app'], ['noAi', 'app'], ['encrypted', 'app']] },
  { id: 'do', confidence: 'inferred', lines: [['paper', 'advice'], ['refer', 'advice'], ['meeting', 'inspection'], ['unsure', 'advice']] },
  { id: 'already', confidence: 'inferred', lines: [['stop', 'advice'], ['report', 'advice'], ['delete', 'advice'], ['removed', 'app']] },
];

/** What the law says of secret documents, what the app does about it, and what to do instead. */
export function SecretsPage(_props: object) {
  const t = useT('secrets');
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('lead')} back={{ label: t('common:back'), href: '/them' }} />
      <Stack gap={5}>
        <Banner tone="warn" role="note">{t('compared')}</Banner>
        {PARTS.map(({ id, confidence, lines }) => (
          <Section key={id} title={t(`${id}.title`)} actions={<Badge tone={TONE[confidence]}>{t(`confidence.${confidence}`)}</Badge>}>
            <List boxed>
              {lines.map(([line, source]) => (
                <ListRow key={line} title={t(`line.${line}`)} subtitle={t('sourceIs', { source: t(`source.${source}`) })} />
              ))}
            </List>
          </Section>
        ))}
        <p className="ui-muted">{t('read')}</p>
      </Stack>
    </>
  );
}
