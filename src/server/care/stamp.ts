/** A moment as it stands in names of files and schemas: `20261124t172500z`. */
export const stampOf = (date: Date): string => date.toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '').toLowerCase();
