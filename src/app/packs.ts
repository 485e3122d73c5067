import { loadPacks } from '@/packs';

/** Gets the packs from the app's own files: the precache, also with the server dead. */
export const havePacks = (): Promise<void> => loadPacks(async (url) => (await fetch(url)).json());
