import { useT } from '@/i18n';
import { Badge, Icon, List, ListRow } from '@/ui';
import type { PartProps } from '.';

const LOOK = { done: { icon: 'check', tone: 'ok' }, skipped: { icon: 'minus', tone: 'warn' }, open: { icon: 'minus', tone: 'neutral' } } as const;

export function Steps({ submission: { body } }: PartProps) {
  const t = useT('committee');
  const required = body.steps.filter((step) => step.required);
  const done = (steps: typeof body.steps): number => steps.filter((step) => step.done).length;
  return (
    <>
      <p>{t('steps.count', { done: done(body.steps), all: body.steps.length, doneRequired: done(required), required: required.length })}</p>
      {body.steps.length > 0 && (
        <List boxed className="cm-steps">
          {body.steps.map((step) => {
            const state = step.done ? 'done' : step.skipped !== undefined ? 'skipped' : 'open';
            return (
              <ListRow
                key={step.id}
                title={
                  <>
                    {step.label}
                    {!step.required && <span className="ui-caption">{` (${t('common:optional')})`}</span>}
                  </>
                }
                subtitle={step.skipped?.trim() ? t('steps.reason', { reason: step.skipped }) : undefined}
                trailing={
                  <span className="ui-line cm-step-state">
                    {step.minutes > 0 && <span className="ui-caption ui-num">{t('record.minutes', { count: step.minutes })}</span>}
                    <Badge {...LOOK[state]}>{t(`steps.${state}`)}</Badge>
                  </span>
                }
              />
            );
          })}
        </List>
      )}
    </>
  );
}

const RULES: readonly string[] = ['READY-1', 'READY-2', 'READY-3', 'READY-4', 'READY-5'];

export function Warnings({ submission: { body } }: PartProps) {
  const t = useT('committee');
  if (body.warnings.length === 0) return <p className="ui-muted">{t('warnings.none')}</p>;
  return (
    <List boxed>
      {body.warnings.map(({ rule, reason }, index) => (
        <ListRow
          key={index}
          leading={<Icon name="warning" className="cm-warn" />}
          title={RULES.includes(rule) ? t(`warnings.rule.${rule}`) : t('warnings.other', { rule })}
          subtitle={reason.trim() ? t('warnings.reason', { reason }) : t('warnings.noReason')}
        />
      ))}
    </List>
  );
}
