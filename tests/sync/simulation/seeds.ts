import type { Step } from './schedule';

/** What once failed, cut down to the steps that were enough for it; runs before all else. A new failure's trace is added here. */
export const ONCE_FAILED: readonly { what: string; steps: Step[] }[] = [
  {
    what: 'a text that waited for a disk with room, its meeting closed meanwhile, dragged every later text down with it',
    steps: [
      { do: 'close', phone: 0, tab: 0, meeting: 'meeting:m', mark: 'c1', full: true },
      { do: 'edit', phone: 0, tab: 0, typed: [{ key: 'member:a', field: 'name', value: 'w2' }, { key: 'meeting:m', field: 'att/a', value: 'w3' }] },
    ],
  },
  {
    what: 'a text that waited for a disk with room replaced what had come in meanwhile, and nobody was told',
    steps: [
      { do: 'join', by: 0, lost: false },
      { do: 'edit', phone: 0, tab: 0, typed: [{ key: 'task:a', field: 'what', value: 'w1' }] },
      { do: 'edit', phone: 1, tab: 0, typed: [{ key: 'task:a', field: 'what', value: 'w2' }], full: true },
      { do: 'sync', phone: 0, tab: 0, faults: [] },
      { do: 'sync', phone: 1, tab: 0, faults: [] },
    ],
  },
  {
    what: 'a text typed over a field while a sync filled it replaced what came in, and nobody was told',
    steps: [
      { do: 'join', by: 0, lost: false },
      { do: 'edit', phone: 0, tab: 0, typed: [{ key: 'meeting:n', field: 'conclusion', value: 'w1' }] },
      { do: 'sync', phone: 0, tab: 0, faults: [] },
      { do: 'begin', phone: 1, tab: 0, key: 'meeting:n', field: 'conclusion' },
      { do: 'sync', phone: 1, tab: 0, faults: [] },
      { do: 'edit', phone: 1, tab: 0, typed: [{ key: 'meeting:n', field: 'conclusion', value: 'w2' }] },
    ],
  },
  {
    what: 'a text saved in the moment in which the log was written replaced what came in, and nobody was told',
    steps: [
      { do: 'join', by: 0, lost: false },
      { do: 'edit', phone: 0, tab: 0, typed: [{ key: 'meeting:m', field: 'conclusion', value: 'w1' }] },
      { do: 'sync', phone: 0, tab: 0, faults: [] },
      { do: 'sync', phone: 1, tab: 0, faults: [], meanwhile: [{ point: 'commit', at: 0, steps: [{ do: 'edit', phone: 1, tab: 0, typed: [{ key: 'meeting:m', field: 'conclusion', value: 'w2' }] }] }] },
    ],
  },
  {
    what: 'two tabs put the same change into a batch each',
    steps: [
      { do: 'tab', phone: 0 },
      { do: 'edit', phone: 0, tab: 0, typed: [{ key: 'member:a', field: 'phone', value: 'w1' }] },
      { do: 'sync', phone: 0, tab: 0, faults: [], meanwhile: [{ point: 'commit', at: 0, steps: [{ do: 'sync', phone: 0, tab: 1, faults: [] }] }] },
    ],
  },
  {
    what: 'a tab put an older page of the log over what the other tab had taken in',
    steps: [
      { do: 'join', by: 0, lost: false },
      { do: 'join', by: 0, lost: false },
      { do: 'tab', phone: 0 },
      { do: 'edit', phone: 1, tab: 0, typed: [{ key: 'task:a', field: 'what', value: 'w1' }] },
      { do: 'sync', phone: 1, tab: 0, faults: [] },
      { do: 'sync', phone: 2, tab: 0, faults: [] },
      {
        do: 'sync',
        phone: 0,
        tab: 0,
        faults: [],
        meanwhile: [
          {
            point: 'commit',
            at: 0,
            steps: [
              { do: 'edit', phone: 2, tab: 0, typed: [{ key: 'task:a', field: 'what', value: 'w2' }] },
              { do: 'sync', phone: 2, tab: 0, faults: [] },
              { do: 'sync', phone: 0, tab: 1, faults: [] },
            ],
          },
        ],
      },
    ],
  },
  {
    what: 'a full disk in the middle of a sync had no name',
    steps: [{ do: 'sync', phone: 0, tab: 0, faults: [], full: 3 }],
  },
  {
    what: 'a phone restored from a backup of before it had said its key could begin no new epoch when it shut out the only other phone',
    steps: [
      { do: 'join', by: 0, lost: false },
      { do: 'backup', phone: 1 },
      { do: 'sync', phone: 1, tab: 0, faults: [] },
      { do: 'lose', phone: 1, takePlace: true },
      { do: 'revoke', by: 1, phone: 0, lost: false },
    ],
  },
];
