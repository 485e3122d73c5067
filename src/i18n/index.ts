export * from './format';
export { LANGUAGES, currentLanguage, loadNamespaces, setLanguage, startI18n, type Language } from './setup';
export { useLanguage, useRecordT, useT, type Translate } from './use-t';
