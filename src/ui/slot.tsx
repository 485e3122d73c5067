import { lazy, Suspense, type ComponentType } from 'react';

/** Parts of screens that several tasks show, each made in one task's folder: a task's folder may not reach into another's. */
export interface SlotParts {
  /** The files attached to a record. `owner`: its key; `level` of its heading, 3 unless said otherwise. */
  readonly attachments: { readonly owner: string; readonly level?: 2 | 3 };
}

const parts = new Map<keyof SlotParts, ComponentType<never>>();

/** Says what stands in a slot; it loads when it is first shown. The app does this. */
export function fillSlot<K extends keyof SlotParts>(name: K, load: () => Promise<ComponentType<SlotParts[K]>>): void {
  parts.set(name, lazy(async () => ({ default: await load() })));
}

/** A part that another task's folder makes; nothing where nobody has filled it. */
export function Slot<K extends keyof SlotParts>({ name, ...props }: { name: K } & SlotParts[K]) {
  const Part = parts.get(name) as ComponentType<object> | undefined;
  return Part ? <Suspense fallback={null}><Part {...props} /></Suspense> : null;
}
