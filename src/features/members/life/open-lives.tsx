import { lifeState, personOf } from '@/domain';
import { useT } from '@/i18n';
import { useLives } from '@/storage/lives';
import { List, Section } from '@/ui';
import { useMembers } from '../use-members';
import { LifeRow } from './life-section';

/** What is under way: those who may be admitted, apart from the register, then everything else. */
export default function OpenLives() {
  const t = useT('life');
  const all = useLives();
  const members = useMembers();
  const here = new Set<string>(members?.map(({ id }) => id));
  const open = all?.filter(({ life, vote }) => lifeState(life, vote).progress === 'open' && (life.memberId === null || here.has(life.memberId))) ?? [];
  const nameOf = (id: string): string | undefined => members?.find((member) => member.id === id)?.name;
  const parts = { candidates: open.filter(({ life }) => life.kind === 'admission'), open: open.filter(({ life }) => life.kind !== 'admission') };
  return (['candidates', 'open'] as const).map(
    (part) =>
      parts[part].length > 0 && (
        <Section key={part} title={t(`list.${part}`)}>
          <List boxed aria-label={t(`list.${part}`)}>
            {parts[part].map((one) => <LifeRow key={one.life.id} one={one} name={nameOf(personOf(one.life)) ?? (one.life.name || t('person.unnamed'))} />)}
          </List>
        </Section>
      ),
  );
}
