import i18next from 'i18next';

/** Languages of the interface. Vietnamese first; a third is a folder of locale files and a line here. */
export const LANGUAGES = ['vi', 'en'] as const;
/** One of {@link LANGUAGES}. */
export type Language = (typeof LANGUAGES)[number];

type Words = { default: Record<string, unknown> };
const files = import.meta.glob<Words>('./locales/*/*.json');
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

/** Loads namespaces in the current language. Asking again costs nothing. */
export async function loadNamespaces(namespaces: readonly string[], language: Language = currentLanguage()): Promise<void> {
  await Promise.all(
    namespaces.map((ns) => {
      const key = `${language}/${ns}`;
      let load = asked.get(key);
      if (!load) {
        const file = files[`./locales/${key}.json`];
        load = file
          ? file().then((words) => void i18next.addResourceBundle(language, ns, words.default))
          : Promise.reject(new Error(`no locale file ${key}`));
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
