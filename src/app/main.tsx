import { createRoot } from 'react-dom/client';
import { startI18n } from '@/i18n';
import { applyAppearance, chosenLanguage } from './appearance';
import { App } from './app';
import { startOffline } from './offline';
import { whenIdle } from './when-idle';

applyAppearance();
// The words of the lock come with the first ones: most starts begin there.
void startI18n(chosenLanguage(), ['common', 'app', 'unlock']).then(() => {
  createRoot(document.getElementById('root')!).render(<App />);
  // The worker's work begins once the first screen stands.
  whenIdle(startOffline);
});
