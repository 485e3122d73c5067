import { useLocation } from 'wouter';
import { recordKey, type CalendarDate, type LifeKind } from '@/domain';
import { newId, useWrite } from '@/storage';

/** Where an event has its page. */
export const lifeHref = (id: string): string => `/qua-trinh/${id}`;

/** Begins an event and opens its page. `memberId`: of somebody in the register. */
export function useBegin(today: CalendarDate): (kind: LifeKind, memberId?: string) => Promise<void> {
  const write = useWrite();
  const [, navigate] = useLocation();
  return async (kind, memberId) => {
    const id = newId();
    const key = recordKey('life', id);
    const fields = { kind, openedOn: today, ...(memberId === undefined ? {} : { memberId }) };
    if (await write(Object.entries(fields).map(([field, value]) => ({ key, field, value })))) navigate(lifeHref(id));
  };
}
