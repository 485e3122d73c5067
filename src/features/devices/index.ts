export { DevicesPage } from './devices-page';
