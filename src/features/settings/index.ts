export { WordingPage } from './wording-page';
export { SettingsPage, type SettingsPageProps } from './settings-page';
