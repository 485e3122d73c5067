import { useCallback } from 'react';
import { lifeChanges, personOf, readLife, recordKey, type Fields, type Json } from '@/domain';
import { useT } from '@/i18n';
import { useFields, useWrite } from '@/storage';
import { useToast } from '@/ui';

/** Writes fields of an event with what follows for the register, and offers to undo both. The words: what is said when it is done. */
export type LifeWrite = (patch: Readonly<Record<string, Json>>, said?: string) => Promise<boolean>;

/** How a step of an event is written. */
export function useLifeWrite(id: string, fields: Fields): LifeWrite {
  const t = useT('life');
  const write = useWrite();
  const toast = useToast();
  const life = readLife(id, fields);
  const key = recordKey('member', life ? personOf(life) : id);
  const member = useFields(key);
  return useCallback(
    async (patch, said) => {
      if (!member) return false;
      const changes = lifeChanges(id, fields, patch, member);
      const before = changes.map((change) => ({ ...change, value: (change.key === key ? member : fields)[change.field] ?? null }));
      if (!(await write(changes))) return false;
      // A step by itself is seen in the list and mended there; what changes the register too is said.
      if (said !== undefined || changes.some((change) => change.key === key)) toast({ text: said ?? t('savedMember'), action: { label: t('undo'), run: () => void write(before) } });
      return true;
    },
    [id, fields, member, key, write, toast, t],
  );
}
