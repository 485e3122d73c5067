export { TodayPage, type TodayPageProps } from './today-page';
