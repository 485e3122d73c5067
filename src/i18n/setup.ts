import i18next from 'i18next';

/** Languages of the interface. Vietnamese first; a third is a folder of locale files and a line here. */
export const LANGUAGES = ['vi', 'en'] as const;
/** One of {@link LANGUAGES}. */
export type Language = (typeof LANGUAGES)[number];

type Words = Record<string, unknown>;
// Under test there is no one to fetch from.
const modules = import.meta.env.MODE === 'test' ? import.meta.glob<Words>('./locales/*/*.json', { import: 'default' }) : null;

/** Words are data, not code: a JSON file is fetched (from the precache, offline too) and costs no compiling. */
async function words(name: string): Promise<Words> {
  if (modules) return (await modules[`./locales/${name}.json`]?.()) ?? Promise.reject(new Error(`no locale file ${name}`));
  const response = await fetch(`${__WORDS_URL__}/${name}.json`);
  if (!response.ok) throw new Error(`no locale file ${name}`);
  return (await response.json()) as Words;
}
const asked = new Map<string, Promise<void>>();

/** Starts i18next. Words arrive by namespace, each a file that is loaded once. */
export async function startI18n(language: Language, namespaces: readonly string[]): Promise<void> {
  if (!i18next.isInitialized) {
    await i18next.init({
      lng: language,
      fallbackLng: 'vi',
      ns: [],
      defaultNS: 'common',
      resources: {},
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  }
  await loadNamespaces(namespaces);
  if (typeof document !== 'undefined') document.documentElement.lang = currentLanguage();
}

/** The interface's language now. */
export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'vi');

/** Loads namespaces in the current language, and in Vietnamese, which the records are written in. Asking again costs nothing. */
export async function loadNamespaces(namespaces: readonly string[], language: Language = currentLanguage()): Promise<void> {
  const keys = namespaces.flatMap((ns) => (language === 'vi' ? [`vi/${ns}`] : [`${language}/${ns}`, `vi/${ns}`]));
  await Promise.all(
    keys.map((key) => {
      let load = asked.get(key);
      if (!load) {
        load = words(key).then((loaded) => void i18next.addResourceBundle(key.slice(0, 2), key.slice(3), loaded));
        asked.set(key, load);
        load.catch(() => asked.delete(key));
      }
      return load;
    }),
  );
}

/** Changes the language: all namespaces in use are loaded first, so that no screen shows a key. */
export async function setLanguage(language: Language): Promise<void> {
  const used = [...new Set([...asked.keys()].map((key) => key.slice(key.indexOf('/') + 1)))];
  await loadNamespaces(used, language);
  await i18next.changeLanguage(language);
  if (typeof document !== 'undefined') document.documentElement.lang = language;
}
