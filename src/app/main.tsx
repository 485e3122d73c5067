import { createRoot } from 'react-dom/client';
import { startI18n } from '@/i18n';
import { applyAppearance, chosenLanguage } from './appearance';
import { App } from './app';
import { startOffline } from './offline';

applyAppearance();
void startI18n(chosenLanguage(), ['common', 'app']).then(() => {
  createRoot(document.getElementById('root')!).render(<App />);
  // The worker's work begins once the first screen stands.
  startOffline();
});
