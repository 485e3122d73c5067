/** Address of all packs as one file: a list of [path, pack]. Set by the build. */
declare const __PACKS_URL__: string;
