/** A circle as path data, so that every icon is one path. */
const o = (x: number, y: number, r: number): string => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0`;

const cloud = 'M7 18.5a4.6 4.6 0 0 1-.6-9.2 6 6 0 0 1 11.5 1.3 4 4 0 0 1-.4 7.9z';
const sheet = 'M6 3h8l4 4v14H6zM14 3v4h4';
const lockBody = 'M6 11h12v9H6z';
const eye = `M2.5 12C4.5 8 8 5.8 12 5.8S19.5 8 21.5 12c-2 4-5.5 6.2-9.5 6.2S4.5 16 2.5 12z`;

/** Drawn on a 24 x 24 grid with a round stroke of 1.75 and no fill. */
export const iconPaths = {
  home: 'M4 11l8-7 8 7v9h-5.5v-6h-5v6H4z',
  meeting: `${o(12, 6.5, 2.5)}${o(5, 9, 1.75)}${o(19, 9, 1.75)}M2.5 15h19M6 15v5M18 15v5`,
  members: `${o(9, 8, 3.5)}M2.5 20a6.5 6.5 0 0 1 13 0M15.5 4.7a3.5 3.5 0 0 1 0 6.6M18 14.2a6.5 6.5 0 0 1 3.5 5.8`,
  reports: 'M4 20h16M7 16.5V12M12 16.5V5M17 16.5V9',
  more: o(5, 12, 1.1) + o(12, 12, 1.1) + o(19, 12, 1.1),
  back: 'M20 12H4.5M11 5.5L4.5 12l6.5 6.5',
  next: 'M4 12h15.5M13 5.5l6.5 6.5-6.5 6.5',
  check: 'M4.5 12.5l5 5L19.5 7',
  close: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  search: `${o(10.5, 10.5, 6.5)}M15.5 15.5L20.5 20.5`,
  edit: 'M4 20l1-4.6L16.2 4.2a1.9 1.9 0 0 1 2.7 0l.9.9a1.9 1.9 0 0 1 0 2.7L8.6 19zM14 6.5l3.5 3.5',
  trash: 'M4 7h16M9 7V3.5h6V7M6 7l1 13.5h10L18 7M10 11v5.5M14 11v5.5',
  warning: 'M12 3.5L2.5 20h19zM12 10v4.5M12 17v.2',
  info: `${o(12, 12, 9)}M12 11v5.5M12 7.5v.2`,
  help: `${o(12, 12, 9)}M9.5 9.7a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.9M12 16.8v.2`,
  lock: `${lockBody}M8.5 11V8a3.5 3.5 0 0 1 7 0v3`,
  unlock: `${lockBody}M8.5 11V7a3.5 3.5 0 0 1 6.8-1.2`,
  'cloud-done': `${cloud}M9 13.3l2.2 2.2 4-4`,
  'cloud-off': `${cloud}M4 4.5l16 16`,
  'cloud-wait': `${cloud}M12 10.5v3l2 1.2`,
  sync: 'M20 10.5A8.3 8.3 0 0 0 5.5 7L3.5 9.5M3.5 4.5v5h5M4 13.5A8.3 8.3 0 0 0 18.5 17l2-2.5M20.5 19.5v-5h-5',
  clock: `${o(12, 12, 9)}M12 7v5l3.5 2`,
  play: 'M7.5 4.5v15l12-7.5z',
  pause: 'M8 5v14M16 5v14',
  mic: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21',
  vote: 'M4 13h3.5M16.5 13H20v7.5H4V13M7.5 16V3.5h9V16zM10 9.5l1.6 1.6 2.7-2.7',
  task: 'M9 5H5.5v16h13V5H15M9 3h6v4H9zM9 13.7l2.2 2.2 4-4',
  person: `${o(12, 8, 4)}M4.5 20.5a7.5 7.5 0 0 1 15 0`,
  'person-add': `${o(9.5, 8, 4)}M2 20.5a7.5 7.5 0 0 1 15 0M19 5v6M16 8h6`,
  document: `${sheet}M9 12h6M9 16h6`,
  download: 'M12 3.5v12M7 10.5l5 5 5-5M4 20.5h16',
  upload: 'M12 15.5V4M7 8.5l5-5 5 5M4 20.5h16',
  share: `${o(18, 5, 2.5)}${o(6, 12, 2.5)}${o(18, 19, 2.5)}M8.2 10.7l7.6-4.4M8.2 13.3l7.6 4.4`,
  print: 'M7 9V3.5h10V9M7 17H3.5V9h17v8H17M7 14h10v6.5H7z',
  qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14.2h2.2v2M20 14v2.5M14 20h2.5M20 20v-.2',
  'chevron-down': 'M6 9l6 6 6-6',
  'chevron-right': 'M9 6l6 6-6 6',
  star: 'M12 3l2.75 5.8 6.25.85-4.6 4.35 1.15 6.3L12 17.25 6.45 20.3 7.6 14 3 9.65l6.25-.85z',
  phone: 'M8.5 2.5h7a1.5 1.5 0 0 1 1.5 1.5v16a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 7 20V4a1.5 1.5 0 0 1 1.5-1.5zM11 18.5h2',
  key: `${o(8, 15.5, 4.5)}M11.3 12.2L20.5 3M16.5 7l3 3`,
  shield: 'M12 3l7.5 2.7v6.1c0 4.5-3.1 7.7-7.5 9.2-4.4-1.5-7.5-4.7-7.5-9.2V5.7z',
  calendar: 'M4 5.5h16v15H4zM4 10.5h16M8 3v4.5M16 3v4.5',
  list: 'M9 6h11.5M9 12h11.5M9 18h11.5M4.5 6v.01M4.5 12v.01M4.5 18v.01',
  eye: `${eye}${o(12, 12, 3)}`,
  'eye-off': `${eye}${o(12, 12, 3)}M4.5 4.5l15 15`,
  settings: `M4 7h8M18 7h2M4 17h2M12 17h8${o(15, 7, 2.5)}${o(9, 17, 2.5)}`,
  book: 'M5 4.5h6a1.5 1.5 0 0 1 1.5 1.5v14.5A2 2 0 0 0 11 19.5H3.5V4.5zM12.5 6A1.5 1.5 0 0 1 14 4.5h6.5v15H14a2 2 0 0 0-1.5 1',
  message: 'M4 4.5h16v11.5h-8L7 20.5V16H4z',
  undo: 'M9 5L4 10l5 5M4 10h10.5a5 5 0 0 1 0 10H9',
  org: 'M9 3.5h6V8H9zM3 16h6v4.5H3zM15 16h6v4.5h-6zM12 8v4M6 16v-4h12v4',
};

export type IconName = keyof typeof iconPaths;
