/** Where the locale files are: `<here>/<language>/<namespace>.json`. Set by the build. */
declare const __WORDS_URL__: string;
