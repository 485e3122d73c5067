export { ReceivePage, type ReceivePageProps } from './receive-page';
