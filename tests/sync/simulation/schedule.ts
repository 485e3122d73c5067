/** What happens in one life of a cell's phones: worked out from the seed alone, before anything runs. */
import type { Json, RecordKey } from '@/domain';
import { randomFrom } from './random';

/** One field written. */
export interface Typed {
  key: RecordKey;
  field: string;
  value: Json;
}

/**
 * What the line does to one request. `before` it never arrives · `after` the reply is lost · `twice` it arrives twice ·
 * `held` it arrives some steps later, the phone having given up · the rest: arrived, but the answer is another's or cut off.
 */
export const FAULTS = ['before', 'after', 'twice', 'held', 'html', '500', 'half', 'empty'] as const;
export type Fault = (typeof FAULTS)[number];

/** Something that goes on in the middle of a sync: at the n-th request, before or after the server's work, or just before the n-th commit. */
export interface Meanwhile {
  point: 'request' | 'reply' | 'commit';
  at: number;
  steps: Step[];
}

export type Step =
  /** `crash`: the browser dies before the commit, or after it but before anybody was told. `full`: the disk is. */
  | { do: 'edit'; phone: number; tab: number; typed: Typed[]; crash?: 'before' | 'after'; full?: true }
  /** The cursor is put into a field: what stands there now is what the next edit of it replaces. */
  | { do: 'begin'; phone: number; tab: number; key: RecordKey; field: string }
  /** Closes a meeting, and queues its document, in one write. */
  | { do: 'close'; phone: number; tab: number; meeting: RecordKey; mark: string; crash?: 'before' | 'after'; full?: true }
  /** Marks the first open item of "Cần xem lại" as seen. */
  | { do: 'seen'; phone: number; tab: number }
  /** `crash`, `full`: at the n-th write or request. */
  | { do: 'sync'; phone: number; tab: number; faults: { at: number; fault: Fault }[]; crash?: number; full?: number; meanwhile?: Meanwhile[] }
  /** A new phone, let in by another; the first answer may get lost. */
  | { do: 'join'; by: number; lost: boolean }
  | { do: 'tab'; phone: number }
  | { do: 'crash'; phone: number }
  /** Makes a backup file. */
  | { do: 'backup'; phone: number }
  /** The phone is gone; its last backup is put on a blank one, which takes its place or joins as a device of its own. */
  | { do: 'lose'; phone: number; takePlace: boolean }
  | { do: 'clock'; phone: number; days: number }
  /** The phone's app is a version behind the others', until it is updated: it cannot read what they seal. */
  | { do: 'outdate'; phone: number }
  | { do: 'update'; phone: number }
  /** Shuts a phone out; the first answer may get lost. */
  | { do: 'revoke'; by: number; phone: number; lost: boolean }
  /** What the line held back arrives now. */
  | { do: 'deliver' };

export interface Schedule {
  seed: number;
  steps: Step[];
}

interface Where {
  phone: number;
  tab: number;
}

/** Few places to write in, so that the phones meet. */
const FIELDS: Record<RecordKey, readonly string[]> = {
  'task:a': ['what', 'note'],
  'member:a': ['name', 'phone'],
  'meeting:m': ['date', 'conclusion', 'att/a', 'post/postedOn'],
  'meeting:n': ['conclusion'],
};
const KEYS = Object.keys(FIELDS) as RecordKey[];
const MEETINGS = KEYS.filter((key) => key.startsWith('meeting:'));

export function scheduleOf(seed: number): Schedule {
  const random = randomFrom(seed);
  let words = 0;
  // Each text is its own, so that it can be followed; now and then two people write the very same.
  const word = (): Json => (random.chance(0.1) ? null : random.chance(0.04) ? 'same' : `w${(words += 1)}`);
  const phones = random.pick([1, 2, 2, 2, 2, 3, 3, 3, 4, 5]);
  let joined = 1;
  const where = (): Where => ({ phone: random.below(phones), tab: random.chance(0.2) ? 1 : 0 });
  const place = (): { key: RecordKey; field: string } => {
    const key = random.pick(KEYS);
    return { key, field: random.pick(FIELDS[key]!) };
  };

  const mishap = (): { crash?: 'before' | 'after'; full?: true } =>
    random.chance(0.05) ? { crash: random.pick(['before', 'after'] as const) } : random.chance(0.04) ? { full: true } : {};
  const edit = (): Step => {
    const typed = Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () => ({ ...place(), value: word() }));
    const once = typed.filter(({ key, field }, i) => typed.findIndex((other) => other.key === key && other.field === field) === i);
    return { do: 'edit', ...where(), typed: once, ...mishap() };
  };
  const close = (): Step => ({ do: 'close', ...where(), meeting: random.pick(MEETINGS), mark: `c${(words += 1)}`, ...mishap() });
  const sync = (at: Where, deep: boolean): Step => ({
    do: 'sync',
    ...at,
    faults: random.chance(0.5) ? Array.from({ length: 1 + random.below(2) }, () => ({ at: random.below(8), fault: random.pick(FAULTS) })) : [],
    ...(random.chance(0.12) ? { crash: 1 + random.below(18) } : random.chance(0.04) ? { full: 1 + random.below(8) } : {}),
    ...(deep && random.chance(0.4) ? { meanwhile: Array.from({ length: 1 + random.below(2) }, () => meanwhile(at)) } : {}),
  });
  // What meets a sync is often the other tab of the same phone.
  const beside = ({ phone, tab }: Where): Where => (random.chance(0.4) ? { phone, tab: 1 - tab } : where());
  const meanwhile = (outer: Where): Meanwhile => ({
    point: random.pick(['request', 'reply', 'commit'] as const),
    at: random.below(4),
    steps: Array.from({ length: 1 + random.below(2) }, () => (random.chance(0.45) ? edit() : random.chance(0.1) ? close() : sync(beside(outer), false))),
  });

  const step = (): Step => {
    const what = random.weighted({ edit: 42, sync: 34, begin: 5, close: 3, seen: 2, tab: 4, crash: 3, clock: 2, deliver: 3, revoke: phones > 1 ? 3 : 0, join: joined < phones ? 12 : 0 });
    switch (what) {
      case 'edit': return edit();
      case 'sync': return sync(where(), true);
      case 'begin': return { do: 'begin', ...where(), ...place() };
      case 'close': return close();
      case 'seen': return { do: 'seen', ...where() };
      case 'tab': return { do: 'tab', phone: random.below(phones) };
      case 'crash': return { do: 'crash', phone: random.below(phones) };
      case 'clock': return { do: 'clock', phone: random.below(phones), days: random.below(800) - 400 };
      case 'deliver': return { do: 'deliver' };
      case 'revoke': return { do: 'revoke', by: random.below(phones), phone: random.below(phones), lost: random.chance(0.3) };
      case 'join':
        joined += 1;
        return { do: 'join', by: random.below(phones), lost: random.chance(0.3) };
    }
  };
  // Most phones are there from the beginning; the others come on the way.
  const early = random.below(phones);
  const steps: Step[] = Array.from({ length: early }, () => ({ do: 'join', by: 0, lost: false }));
  joined += early;
  if (random.chance(0.3)) steps.push({ do: 'tab', phone: random.below(phones) });
  const length = 5 + random.below(16);
  for (let n = 0; n < length; n += 1) steps.push(step());
  // Now and then a phone is lost, some time after its backup.
  if (random.chance(0.2)) {
    const phone = random.below(phones);
    const lost = early + random.below(length + 1);
    steps.splice(lost, 0, { do: 'lose', phone, takePlace: random.chance(0.6) });
    steps.splice(early + random.below(lost - early + 1), 0, { do: 'backup', phone });
  }
  // Now and then a phone is a version behind, and updated in the middle of it all or at the end.
  if (random.chance(0.25)) {
    const phone = random.below(phones);
    steps.splice(early + random.below(length), 0, { do: 'outdate', phone });
    if (random.chance(0.6)) steps.splice(steps.length - random.below(length >> 1), 0, { do: 'update', phone });
  }
  return { seed, steps };
}
