import { useT } from '@/i18n';
import { Heading, List, ListRow } from '@/ui';
import type { PartProps } from '.';

export function Documents({ submission: { body } }: PartProps) {
  const t = useT('committee');
  if (body.documents.length === 0) return <p className="ui-muted">{t('documents.none')}</p>;
  return (
    <List boxed>
      {body.documents.map(({ number, title }, index) => (
        <ListRow key={index} title={title} subtitle={number.trim() || undefined} />
      ))}
    </List>
  );
}

export function Conclusion({ submission: { body } }: PartProps) {
  const t = useT('committee');
  const text = body.conclusion.trim();
  return text === '' ? <p className="ui-muted">{t('conclusion.none')}</p> : <p className="ui-card cm-paper cm-text">{text}</p>;
}

export function Petitions({ submission: { body } }: PartProps) {
  const t = useT('committee');
  if (body.petitions.length === 0) return <p className="ui-muted">{t('petitions.none')}</p>;
  return (
    <ol className="cm-list">
      {body.petitions.map((petition, index) => (
        <li key={index} className="cm-text">{petition}</li>
      ))}
    </ol>
  );
}

/** The closed minutes, whole, as they were read back. */
export function MinutesText({ submission: { body } }: PartProps) {
  const t = useT('committee');
  if (body.minutesText.length === 0) return <p className="ui-muted">{t('minutesText.none')}</p>;
  return (
    <article className="ui-card ui-stack cm-paper">
      {body.minutesText.map(({ heading, text }, index) => (
        <div key={index}>
          {heading.trim() !== '' && <Heading level={3}>{heading}</Heading>}
          <p className="cm-text">{text}</p>
        </div>
      ))}
    </article>
  );
}
